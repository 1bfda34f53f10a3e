using Azure.Core;
using Azure.Storage.Queues;

namespace LocalRuntime.Tests.Queues;

public abstract partial class QueueConformance
{
    const int Attempts = 6; // the default of the official client

    [Fact]
    public async Task Message_whose_answer_was_lost_arrives_twice()
    {
        var losing = await ConnectAsync(
            Queue.Name,
            QueueMessageEncoding.None,
            options => UnreliableTransport.Configure(options, RequestMethod.Post, Unreliability.AnswerLost));
        await losing.SendMessageAsync("a", cancellationToken: Token);
        Assert.Equal(2, (await Queue.GetPropertiesAsync(Token)).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task Deletion_whose_answer_was_lost_fails_with_404()
    {
        var losing = await ConnectAsync(
            Queue.Name,
            QueueMessageEncoding.None,
            options => UnreliableTransport.Configure(options, RequestMethod.Delete, Unreliability.AnswerLost));
        await Queue.SendMessageAsync("a", cancellationToken: Token);
        var message = await ReceiveOneAsync();
        await RefusedAsync(
            404, "MessageNotFound", () => losing.DeleteMessageAsync(message.MessageId, message.PopReceipt, Token));
    }

    [Fact]
    public async Task Busy_queue_service_fails_the_call_with_503_and_nothing_is_sent()
    {
        var busy = await ConnectAsync(
            Queue.Name,
            QueueMessageEncoding.None,
            options => UnreliableTransport.Configure(options, RequestMethod.Post, Unreliability.Busy, times: Attempts));
        await RefusedAsync(503, "ServerBusy", () => busy.SendMessageAsync("a", cancellationToken: Token));
        Assert.Empty((await Queue.PeekMessagesAsync(cancellationToken: Token)).Value);
    }
}
