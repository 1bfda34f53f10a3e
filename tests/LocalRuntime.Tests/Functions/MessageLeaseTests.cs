using Azure.Storage.Queues;
using LocalRuntime.Functions.QueueTriggers;
using LocalRuntime.Storage;
using LocalRuntime.Store;
using LocalRuntime.Time;

namespace LocalRuntime.Tests.Functions;

/// <summary>A message stays hidden for as long as its function runs.</summary>
public sealed class MessageLeaseTests : IAsyncLifetime
{
    readonly string path = $":memory:{Guid.NewGuid()}";
    readonly VirtualTimeProvider clock = new(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), new WorkGauge());
    readonly SemaphoreSlim committed = new(0);
    OpenStore open = null!;
    QueueClient queue = null!;

    public async ValueTask InitializeAsync()
    {
        open = EmbeddedStores.Open(path, clock);
        queue = new StorageClients(open).Queue(StorageClients.EmbeddedConnection, "work");
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync("long work");
    }

    public async ValueTask DisposeAsync()
    {
        await EmbeddedStores.CloseAsync(path);
        clock.Dispose();
        committed.Dispose();
    }

    [Fact]
    public async Task Lease_is_renewed_before_it_ends_and_its_last_receipt_settles_the_message()
    {
        var message = (await queue.ReceiveMessagesAsync(1, MessageLease.Duration)).Value.Single();
        using var lease = new MessageLease(queue, message, MessageLease.Duration, clock);
        open.Store.Committing = _ => committed.Release();
        await AdvanceAsync(MessageLease.Duration / 2);
        await committed.WaitAsync(TestContext.Current.CancellationToken);
        open.Store.Committing = null;

        await AdvanceAsync((MessageLease.Duration / 2) + TimeSpan.FromMinutes(1));
        Assert.Empty((await queue.ReceiveMessagesAsync()).Value);

        var receipt = await lease.EndAsync();
        Assert.NotEqual(message.PopReceipt, receipt);
        Assert.Equal(204, (await queue.DeleteMessageAsync(message.MessageId, receipt)).Status);
    }

    [Fact]
    public async Task Message_is_visible_again_after_its_lease_has_ended()
    {
        var message = (await queue.ReceiveMessagesAsync(1, MessageLease.Duration)).Value.Single();
        using (var lease = new MessageLease(queue, message, MessageLease.Duration, clock)) await lease.EndAsync();
        await AdvanceAsync(MessageLease.Duration);
        Assert.Equal(2, (await queue.ReceiveMessagesAsync()).Value.Single().DequeueCount);
    }

    Task AdvanceAsync(TimeSpan by) =>
        clock.AdvanceToAsync(clock.GetUtcNow() + by, TestContext.Current.CancellationToken);
}
