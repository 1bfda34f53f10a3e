using Azure;

namespace LocalRuntime.Functions.QueueTriggers;

/// <summary>Keeps a received message invisible while its function runs, renewed at half of its duration.</summary>
sealed class MessageLease : IDisposable
{
    /// <summary>How long a message is invisible at a time, the same as on the Functions host.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromMinutes(10);

    /// <summary>The same over HTTP, where the answer to a receipt can be lost and no host has the messages.</summary>
    public static readonly TimeSpan DurationOverHttp = TimeSpan.FromMinutes(1);

    readonly Lock sync = new();
    readonly QueueClient queue;
    readonly string messageId;
    readonly TimeSpan duration;
    readonly ITimer timer;
    string receipt;
    bool ended;
    Task renewal = Task.CompletedTask;

    public MessageLease(QueueClient queue, QueueMessage message, TimeSpan duration, TimeProvider clock)
    {
        (this.queue, messageId, receipt, this.duration) = (queue, message.MessageId, message.PopReceipt, duration);
        timer = clock.CreateTimer(_ => Renew(), null, duration / 2, duration / 2);
    }

    /// <summary>Ends the renewals and returns the receipt with which the message is settled.</summary>
    public async Task<string> EndAsync()
    {
        Task last;
        lock (sync) (ended, last) = (true, renewal);
        await last;
        return receipt;
    }

    /// <summary>Makes the message visible, unless it is settled already.</summary>
    public async Task GiveBackAsync()
    {
        try
        {
            await queue.UpdateMessageAsync(messageId, await EndAsync(), visibilityTimeout: TimeSpan.Zero);
        }
        catch (Exception) // the lease then ends by itself, later
        {
            // Settled meanwhile, or the storage does not answer.
        }
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
            var renewed = await queue.UpdateMessageAsync(messageId, receipt, visibilityTimeout: duration);
            receipt = renewed.Value.PopReceipt;
        }
        catch (Exception) // whatever the client throws when the storage does not answer
        {
            // The next renewal tries again; if the lease is lost, settling the message fails.
        }
    }
}
