using Azure.Core;
using Azure.Storage.Queues;

namespace LocalRuntime.Tests.Queues;

public abstract partial class QueueConformance
{
    const int Attempts = 6; // what the official client tries by default

    [Fact]
    public async Task A_message_whose_answer_was_lost_is_sent_again_and_arrives_twice()
    {
        var losing = await ConnectAsync(
            Queue.Name,
            QueueMessageEncoding.None,
            options => UnreliableTransport.Configure(options, RequestMethod.Post, Unreliability.AnswerLost));
        await losing.SendMessageAsync("a", cancellationToken: Token);
        Assert.Equal(2, (await Queue.GetPropertiesAsync(Token)).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task A_deletion_whose_answer_was_lost_meets_its_own_result_as_404()
    {
        var losing = await ConnectAsync(
            Queue.Name,
            QueueMessageEncoding.None,
            options => UnreliableTransport.Configure(options, RequestMethod.Delete, Unreliability.AnswerLost));
        await Queue.SendMessageAsync("a", cancellationToken: Token);
        var message = await ReceiveOneAsync();
        await RefusedAsync(404, "MessageNotFound", () => losing.DeleteMessageAsync(message.MessageId, message.PopReceipt, Token));
    }

    [Fact]
    public async Task A_queue_service_that_stays_busy_fails_the_call_with_503_and_nothing_is_sent()
    {
        var busy = await ConnectAsync(
            Queue.Name,
            QueueMessageEncoding.None,
            options => UnreliableTransport.Configure(options, RequestMethod.Post, Unreliability.Busy, times: Attempts));
        await RefusedAsync(503, "ServerBusy", () => busy.SendMessageAsync("a", cancellationToken: Token));
        Assert.Empty((await Queue.PeekMessagesAsync(cancellationToken: Token)).Value);
    }
}
