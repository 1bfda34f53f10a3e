using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using LocalRuntime.Functions.Invocation;
using LocalRuntime.Queues;

namespace LocalRuntime.Functions.QueueTriggers;

/// <summary>Runs a function for each message of a queue, which is polled without a schedule.</summary>
sealed class QueueListener(
    FunctionRunner runner, QueueClient queue, QueueClient poison, IQueueSchedule? schedule, QueueSettings settings,
    TimeProvider clock, WorkGauge gauge, ILogger log) : IListener
{
    // Between receipts in a stream, so that messages share the commits of the store.
    static readonly TimeSpan ReceiveInterval = TimeSpan.FromMilliseconds(20);

    readonly PollingDelay polling = new(settings.MaxPollingInterval);
    readonly int threshold = settings.NewBatchThreshold ?? settings.BatchSize / 2;
    readonly TimeSpan receiveInterval = clock is VirtualTimeProvider ? TimeSpan.Zero : ReceiveInterval;
    readonly CancellationTokenSource stopping = new();
    readonly WorkGauge running = new();
    Pump? pump;
    IDisposable? arrivals;
    DateTimeOffset nextReceive;

    public Task StartAsync()
    {
        pump = new Pump(clock, gauge, ReceiveDueAsync);
        arrivals = schedule?.OnArrival(queue.Name, pump.Wake);
        pump.Start();
        return Task.CompletedTask;
    }

    public void OnHostsChanged() => pump?.Wake();

    public async ValueTask DisposeAsync()
    {
        arrivals?.Dispose();
        await stopping.CancelAsync();
        if (pump is not null) await pump.DisposeAsync();
        await running.WhenIdleAsync();
        stopping.Dispose();
    }

    public IReadOnlyList<DueItem> Due(int limit) => limit > 0 && schedule?.NextVisibleAt(queue.Name) is { } next
        ? [new DueItem("queue", queue.Name, next, $"{runner.Function.Name} takes the message")]
        : [];

    async Task<DateTimeOffset?> ReceiveDueAsync(CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() < nextReceive) return nextReceive;
        try
        {
            while (running.Running <= threshold && !cancellationToken.IsCancellationRequested)
            {
                // The schedule of an embedded queue is a read; to receive is a write, even when there is no message.
                if (schedule is not null && !IsVisible(schedule)) break;
                var messages = await ReceiveAsync(cancellationToken);
                if (messages.Length == 0) break;
                polling.Reset();
                nextReceive = clock.GetUtcNow() + receiveInterval;
                foreach (var message in messages) _ = ProcessAsync(message);
                if (messages.Length < settings.BatchSize) break;
            }
        }
        catch (Exception failure) when (IsStorageFailure(failure))
        {
            log.LogWarning("Queue {Queue} cannot be read: {Reason}", queue.Name, failure.Message);
            return clock.GetUtcNow() + polling.Next();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }

        if (running.Running > threshold) return null; // the next message that ends wakes the pump
        return schedule is null ? clock.GetUtcNow() + polling.Next() : schedule.NextVisibleAt(queue.Name);
    }

    bool IsVisible(IQueueSchedule known) => known.NextVisibleAt(queue.Name) is { } next && next <= clock.GetUtcNow();

    async Task<QueueMessage[]> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await queue.ReceiveMessagesAsync(settings.BatchSize, MessageLease.Duration, cancellationToken);
        }
        catch (RequestFailedException absent) when (absent.Status == 404)
        {
            return []; // the sender of the first message creates the queue
        }
    }

    async Task ProcessAsync(QueueMessage message)
    {
        using var lease = gauge.Enter();
        using (running.Enter())
        {
            await Task.Yield(); // the pump goes on with the next message
            await RunAsync(message);
        }

        if (running.Running <= threshold) pump?.Wake();
    }

    async Task RunAsync(QueueMessage message)
    {
        try
        {
            using var lease = new MessageLease(queue, message, clock);
            var exhausted = message.DequeueCount > settings.MaxDequeueCount;
            var outcome = exhausted ? InvocationOutcome.Failed : await runner.RunAsync(message, stopping.Token);
            await SettleAsync(message, await lease.EndAsync(), outcome);
        }
        catch (Exception failure) when (IsStorageFailure(failure))
        {
            log.LogWarning(
                "Message {Message} of {Queue} could not be settled and becomes visible again: {Reason}",
                message.MessageId, queue.Name, failure.Message);
        }
    }

    Task SettleAsync(QueueMessage message, string receipt, InvocationOutcome outcome) => outcome switch
    {
        InvocationOutcome.Succeeded => queue.DeleteMessageAsync(message.MessageId, receipt),
        InvocationOutcome.Canceled => ReleaseAsync(message, receipt, TimeSpan.Zero),
        _ when message.DequeueCount >= settings.MaxDequeueCount => PoisonAsync(message, receipt),
        _ => ReleaseAsync(message, receipt, settings.VisibilityTimeout),
    };

    Task<Response<UpdateReceipt>> ReleaseAsync(QueueMessage message, string receipt, TimeSpan visibilityTimeout) =>
        queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: visibilityTimeout);

    // A crash between the copy and the deletion leaves two messages, never none.
    async Task PoisonAsync(QueueMessage message, string receipt)
    {
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(message.MessageText);
        await queue.DeleteMessageAsync(message.MessageId, receipt);
        log.LogError(
            "Message {Message} failed {Count} times and was moved to {Queue}",
            message.MessageId, settings.MaxDequeueCount, poison.Name);
    }

    // A client that has retried wraps its failures.
    static bool IsStorageFailure(Exception failure) => failure is RequestFailedException or AggregateException;
}

/// <summary>The delay before the next poll: from 100 ms, doubled each time up to <paramref name="max"/>.</summary>
sealed class PollingDelay(TimeSpan max)
{
    static readonly TimeSpan Min = TimeSpan.FromMilliseconds(100);

    TimeSpan next = Min;

    public TimeSpan Next()
    {
        var delay = next < max ? next : max;
        next = delay * 2;
        return delay;
    }

    public void Reset() => next = Min;
}
