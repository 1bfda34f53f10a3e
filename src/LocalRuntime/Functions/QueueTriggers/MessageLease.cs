using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace LocalRuntime.Functions.QueueTriggers;

/// <summary>Keeps a received message invisible while its function runs, renewed at half of its duration.</summary>
sealed class MessageLease : IDisposable
{
    /// <summary>How long a message is invisible at a time, the same as on the Functions host.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromMinutes(10);

    readonly Lock sync = new();
    readonly QueueClient queue;
    readonly string messageId;
    readonly ITimer timer;
    string receipt;
    bool ended;
    Task renewal = Task.CompletedTask;

    public MessageLease(QueueClient queue, QueueMessage message, TimeProvider clock)
    {
        (this.queue, messageId, receipt) = (queue, message.MessageId, message.PopReceipt);
        timer = clock.CreateTimer(_ => Renew(), null, Duration / 2, Duration / 2);
    }

    /// <summary>Ends the renewals and returns the receipt with which the message is settled.</summary>
    public async Task<string> EndAsync()
    {
        Task last;
        lock (sync) (ended, last) = (true, renewal);
        await last;
        return receipt;
    }

    public void Dispose() => timer.Dispose();

    void Renew()
    {
        lock (sync)
        {
            if (!ended && renewal.IsCompleted) renewal = RenewAsync();
        }
    }

    async Task RenewAsync()
    {
        try
        {
            var renewed = await queue.UpdateMessageAsync(messageId, receipt, visibilityTimeout: Duration);
            receipt = renewed.Value.PopReceipt;
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            // The next renewal tries again; if the lease is lost, settling the message fails.
        }
    }
}
