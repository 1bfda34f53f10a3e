using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using LocalRuntime.Functions.Invocation;
using LocalRuntime.Hosting;
using LocalRuntime.Queues;
using LocalRuntime.Time;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Functions.QueueTriggers;

/// <summary>
/// Runs a function for each message of a queue, as many at once as host.json says. An embedded queue tells when it has
/// something; one over HTTP is polled.
/// </summary>
internal sealed class QueueListener : IListener
{
    // A message that comes alone is taken at once. In a stream several are taken together: they share commits, and leave the disk to those who send.
    static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

    readonly FunctionRunner runner;
    readonly QueueClient queue;
    readonly PoisonQueue poison;
    readonly QueueSettings settings;
    readonly IQueueSchedule? schedule;
    readonly TimeProvider clock;
    readonly WorkGauge gauge;
    readonly ILogger log;
    readonly Pump pump;
    readonly PollingDelay polling;
    readonly int threshold;
    readonly CancellationTokenSource stopping = new();
    readonly WorkGauge running = new();
    readonly TimeSpan gathering;
    IDisposable? arrivals;
    DateTimeOffset restUntil;

    public QueueListener(FunctionRunner runner, string connection, string queueName, QueueSettings settings, TimeProvider clock, WorkGauge gauge, ILogger log)
    {
        (this.runner, this.settings, this.clock, this.gauge, this.log) = (runner, settings, clock, gauge, log);
        queue = new QueueClient(connection, queueName, new QueueClientOptions());
        poison = new PoisonQueue(connection, queue);
        schedule = QueueSchedules.Find(connection);
        threshold = settings.NewBatchThreshold ?? settings.BatchSize / 2;
        polling = new PollingDelay(settings.MaxPollingInterval);
        gathering = clock is VirtualTimeProvider ? TimeSpan.Zero : Gathering;
        pump = new Pump(clock, gauge, TakeTurnAsync);
    }

    public Task StartAsync()
    {
        arrivals = schedule?.OnArrival(queue.Name, pump.Wake);
        pump.Start();
        return Task.CompletedTask;
    }

    public void LookAgain() => pump.Wake();

    public async ValueTask DisposeAsync()
    {
        arrivals?.Dispose();
        await stopping.CancelAsync();
        await pump.DisposeAsync();
        await running.WhenIdleAsync();
        stopping.Dispose();
    }

    public IReadOnlyList<DueItem> Due(int most) =>
        most > 0 && schedule?.NextVisibleAt(queue.Name) is { } next ? [new DueItem("queue", queue.Name, next, $"{runner.Function.Name} takes the message")] : [];

    async Task<DateTimeOffset?> TakeTurnAsync(CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() < restUntil) return restUntil;
        try
        {
            while (running.Running <= threshold && !cancellationToken.IsCancellationRequested)
            {
                // Asking an embedded queue is a read; receiving is a write to disk, even when there is nothing.
                if (schedule is not null && (schedule.NextVisibleAt(queue.Name) is not { } next || next > clock.GetUtcNow())) break;
                var messages = await ReceiveAsync(cancellationToken);
                if (messages.Length == 0) break;
                polling.Reset();
                restUntil = clock.GetUtcNow() + gathering;
                foreach (var message in messages) _ = ProcessAsync(message);
                if (messages.Length < settings.BatchSize) break;
            }
        }
        catch (Exception unreachable) when (unreachable is RequestFailedException or SqliteException)
        {
            log.LogWarning("Queue {Queue} cannot be read: {Reason}", queue.Name, unreachable.Message);
            return clock.GetUtcNow() + polling.Next();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }

        if (running.Running > threshold) return null; // the message that makes room wakes the pump
        return schedule is null ? clock.GetUtcNow() + polling.Next() : schedule.NextVisibleAt(queue.Name);
    }

    async Task<QueueMessage[]> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await queue.ReceiveMessagesAsync(settings.BatchSize, MessageLease.Duration, cancellationToken)).Value;
        }
        catch (RequestFailedException absent) when (absent.Status == 404)
        {
            return []; // whoever sends the first message creates the queue
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

        if (running.Running <= threshold) pump.Wake();
    }

    async Task RunAsync(QueueMessage message)
    {
        try
        {
            using var lease = new MessageLease(queue, message, clock);
            var worn = message.DequeueCount > settings.MaxDequeueCount;
            var outcome = worn ? Outcome.Failed : await runner.RunAsync(message, stopping.Token);
            await SettleAsync(message, await lease.EndAsync(), outcome);
        }
        catch (Exception failure) when (failure is RequestFailedException or SqliteException)
        {
            log.LogWarning("Message {Message} of {Queue} could not be settled and will come again: {Reason}", message.MessageId, queue.Name, failure.Message);
        }
    }

    Task SettleAsync(QueueMessage message, string receipt, Outcome outcome) => outcome switch
    {
        Outcome.Succeeded => queue.DeleteMessageAsync(message.MessageId, receipt),
        Outcome.GivenBack => queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: TimeSpan.Zero),
        _ when message.DequeueCount >= settings.MaxDequeueCount => PoisonAsync(message, receipt),
        _ => queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: settings.VisibilityTimeout),
    };

    async Task PoisonAsync(QueueMessage message, string receipt)
    {
        await poison.TakeAsync(message, receipt);
        log.LogError("Message {Message} failed {Count} times and was moved to {Queue}", message.MessageId, settings.MaxDequeueCount, poison.Name);
    }
}
