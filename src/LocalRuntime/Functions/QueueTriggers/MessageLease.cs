using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace LocalRuntime.Functions.QueueTriggers;

/// <summary>Keeps a received message hidden for as long as its function runs, by renewing at half the time.</summary>
internal sealed class MessageLease : IDisposable
{
    /// <summary>How long a message is hidden at a time, as the real host hides it.</summary>
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

    /// <summary>Ends the renewals; the receipt that settles the message.</summary>
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
            receipt = (await queue.UpdateMessageAsync(messageId, receipt, visibilityTimeout: Duration)).Value.PopReceipt;
        }
        catch (RequestFailedException)
        {
            // The next renewal tries again; when the lease is truly lost, settling the message says so.
        }
    }
}
