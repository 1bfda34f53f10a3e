using Azure.Storage.Queues;
using LocalRuntime.Queues;
using LocalRuntime.Storage;
using LocalRuntime.Store;
using LocalRuntime.Time;

namespace LocalRuntime.Tests.Queues;

/// <summary>Queues in a store of this process, on a virtual clock.</summary>
public sealed class EmbeddedQueueTests : QueueConformance
{
    static readonly DateTimeOffset Start = new(2026, 12, 1, 2, 0, 0, TimeSpan.Zero);

    readonly string path = $":memory:{Guid.NewGuid()}";
    readonly VirtualTimeProvider clock = new(Start, new WorkGauge());

    public EmbeddedQueueTests() => EmbeddedStores.Open(path, clock);

    StorageClients Clients => StorageClients.Open(path);

    IQueueSchedule Schedule => Clients.Schedule()!;

    [Fact]
    public async Task Delayed_message_becomes_visible_at_its_time()
    {
        await Queue.SendMessageAsync("a", TimeSpan.FromHours(24), cancellationToken: Token);
        Assert.Equal(Start.AddHours(24), Schedule.NextVisibleAt(Queue.Name));

        await clock.AdvanceToAsync(Start.AddHours(24).AddTicks(-1), Token);
        Assert.Empty((await Queue.ReceiveMessagesAsync(cancellationToken: Token)).Value);
        await clock.AdvanceToAsync(Start.AddHours(24), Token);
        Assert.Equal(Start, (await ReceiveOneAsync()).InsertedOn);
    }

    [Fact]
    public async Task Received_message_is_visible_again_after_its_timeout()
    {
        await Queue.SendMessageAsync("a", cancellationToken: Token);
        var first = await ReceiveOneAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(Start.AddMinutes(5), first.NextVisibleOn);
        Assert.Equal(Start.AddMinutes(5), Schedule.NextVisibleAt(Queue.Name));

        await clock.AdvanceToAsync(Start.AddMinutes(5), Token);
        Assert.Equal(2, (await ReceiveOneAsync()).DequeueCount);
    }

    [Fact]
    public async Task Expired_message_is_gone_for_every_request()
    {
        var life = TimeSpan.FromMinutes(1);
        var receipt = (await Queue.SendMessageAsync("a", timeToLive: life, cancellationToken: Token)).Value;
        await clock.AdvanceToAsync(Start.AddMinutes(1), Token);
        Assert.Null(Schedule.NextVisibleAt(Queue.Name));
        Assert.Equal(0, (await Queue.GetPropertiesAsync(Token)).Value.ApproximateMessagesCount);
        Assert.Empty((await Queue.PeekMessagesAsync(cancellationToken: Token)).Value);
        Assert.Empty((await Queue.ReceiveMessagesAsync(cancellationToken: Token)).Value);
        await RefusedAsync(
            404, "MessageNotFound", () => Queue.DeleteMessageAsync(receipt.MessageId, receipt.PopReceipt, Token));
    }

    [Fact]
    public void Queue_without_messages_or_that_does_not_exist_has_no_next_instant()
    {
        Assert.Null(Schedule.NextVisibleAt(Queue.Name));
        Assert.Null(Schedule.NextVisibleAt("missing"));
    }

    [Fact]
    public async Task Listener_is_called_before_the_sender_continues_until_it_is_disposed()
    {
        var woken = 0;
        using (Schedule.OnArrival(Queue.Name, () => woken++))
        {
            await Queue.SendMessageAsync("a", cancellationToken: Token);
            Assert.Equal(1, woken);
            var message = await ReceiveOneAsync();
            Assert.Equal(1, woken);
            await Queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, cancellationToken: Token);
            Assert.Equal(2, woken);
        }

        await Queue.SendMessageAsync("b", cancellationToken: Token);
        Assert.Equal(2, woken);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await EmbeddedStores.CloseAsync(path);
        clock.Dispose();
    }

    protected override Task<QueueClient> ConnectAsync(
        string queue, QueueMessageEncoding encoding, Action<QueueClientOptions>? configure = null)
    {
        var options = new QueueClientOptions { MessageEncoding = encoding };
        Clients.Configure(options);
        configure?.Invoke(options);
        return Task.FromResult(new QueueClient(StorageClients.EmbeddedConnection, queue, options));
    }
}
