using Azure;

namespace LocalRuntime.Functions.QueueTriggers;

/// <summary>
/// Runs a function for each message of a queue. Without a schedule the queue is polled; with one and
/// <paramref name="hostLatency"/> a message is received when a poll would find it.
/// </summary>
sealed class QueueListener(
    FunctionRunner runner, QueueClient queue, QueueClient? poison, IQueueSchedule? schedule, bool hostLatency,
    QueueSettings settings, TimeProvider clock, WorkGauge gauge, ILogger log) : IListener
{
    // Between receipts in a stream, so that messages share the commits of the store.
    static readonly TimeSpan ReceiveInterval = TimeSpan.FromMilliseconds(20);

    // The shortest interval of the Functions host.
    static readonly TimeSpan MinPollingInterval = TimeSpan.FromMilliseconds(100);

    static readonly TimeSpan Tick = TimeSpan.FromTicks(1);
    static readonly TimeSpan NoExpiry = TimeSpan.FromSeconds(-1);

    readonly HostPolling? polling = schedule is null || hostLatency
        ? new HostPolling(queue.Name, MinPollingInterval, settings.MaxPollingInterval, clock.GetUtcNow())
        : null;

    readonly int threshold = settings.NewBatchThreshold ?? settings.BatchSize / 2;
    readonly TimeSpan receiveInterval = clock is VirtualTimeProvider ? TimeSpan.Zero : ReceiveInterval;
    readonly TimeSpan leaseDuration = schedule is null ? MessageLease.DurationOverHttp : MessageLease.Duration;
    readonly CancellationTokenSource stopping = new();
    readonly WorkGauge running = new();
    readonly ConcurrentQueue<Settlement> unsettled = new();
    readonly ConcurrentDictionary<MessageLease, bool> leases = new();
    Pump? pump;
    IDisposable? arrivals;
    DateTimeOffset nextReceive;

    public Task StartAsync()
    {
        pump = new Pump($"queue {queue.Name}", clock, gauge, log, ReceiveDueAsync);
        arrivals = schedule?.OnArrival(queue.Name, pump.Wake);
        pump.Start();
        return Task.CompletedTask;
    }

    public string? Standstill => pump?.Standstill;

    public void OnHostsChanged() => pump?.Wake();

    public async ValueTask DisposeAsync()
    {
        arrivals?.Dispose();
        await stopping.CancelAsync();
        if (pump is not null) await pump.DisposeAsync();
        await running.WhenIdleAsync();
        stopping.Dispose();
    }

    public Task GiveBackAsync() => Task.WhenAll(leases.Keys.Select(lease => lease.GiveBackAsync()));

    public IReadOnlyList<DueItem> Due(int limit) => limit > 0 && schedule?.NextVisibleAt(queue.Name) is { } next
        ? [new DueItem("queue", queue.Name, next, $"{runner.Function.Name} takes the message")]
        : [];

    async Task<DateTimeOffset?> ReceiveDueAsync(CancellationToken cancellationToken)
    {
        await SettleLateAsync();
        if (clock.GetUtcNow() < nextReceive) return nextReceive;
        while (running.Running <= threshold && !cancellationToken.IsCancellationRequested)
        {
            // The schedule of an embedded queue is a read; to receive is a write, even when there is no message.
            if (schedule is not null && !(NextReceive() <= clock.GetUtcNow())) break;
            var messages = await ReceiveAsync();
            if (messages.Length == 0) break;
            polling?.Found(clock.GetUtcNow());
            nextReceive = clock.GetUtcNow() + receiveInterval;
            foreach (var message in messages) _ = ProcessAsync(message);
            if (messages.Length < settings.BatchSize) break;
        }

        if (running.Running > threshold) return null; // the next message that ends wakes the pump
        return NextReceive();
    }

    // Without a schedule a message may be visible just after now.
    DateTimeOffset? NextReceive()
    {
        var visible = schedule is null ? clock.GetUtcNow() + Tick : schedule.NextVisibleAt(queue.Name);
        return visible is null || polling is null ? visible : polling.FirstAt(visible.Value);
    }

    // Not canceled by a stop: messages whose answer is lost stay hidden.
    async Task<QueueMessage[]> ReceiveAsync()
    {
        try
        {
            return await queue.ReceiveMessagesAsync(settings.BatchSize, leaseDuration);
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

        if (running.Running <= threshold || !unsettled.IsEmpty) pump?.Wake();
    }

    async Task RunAsync(QueueMessage message)
    {
        using var lease = new MessageLease(queue, message, leaseDuration, clock);
        leases[lease] = true;
        // As on the Functions host, a message that is not in the encoding of host.json never reaches the function.
        var mayRun = message.DequeueCount <= settings.MaxDequeueCount && CanDecode(message);
        var outcome = mayRun ? await runner.RunAsync(message, stopping.Token) : InvocationOutcome.Failed;
        var settlement = new Settlement(message, await lease.EndAsync(), outcome, clock.GetUtcNow());
        leases.TryRemove(lease, out _);
        try
        {
            await SettleAsync(settlement);
        }
        catch (Exception failure) // the pump settles it later
        {
            log.LogWarning(
                "Message {Message} of {Queue} is not settled yet: {Reason}",
                message.MessageId, queue.Name, failure.GetType().Name);
            unsettled.Enqueue(settlement);
        }
    }

    // A failure is one of the pump's turn, which is repeated. No message is received before.
    async Task SettleLateAsync()
    {
        while (unsettled.TryPeek(out var settlement))
        {
            if (clock.GetUtcNow() < settlement.Ended + leaseDuration) await SettleAsync(settlement);
            unsettled.TryDequeue(out _);
        }
    }

    async Task SettleAsync(Settlement settlement)
    {
        var (message, receipt, outcome, _) = settlement;
        try
        {
            await (outcome switch
            {
                InvocationOutcome.Succeeded => queue.DeleteMessageAsync(message.MessageId, receipt),
                InvocationOutcome.Canceled => ReleaseAsync(message, receipt, TimeSpan.Zero),
                _ when poison is null => Task.CompletedTask, // as on the Functions host, it stays until its lease ends
                _ when message.DequeueCount >= settings.MaxDequeueCount || !CanDecode(message) =>
                    PoisonAsync(settlement, poison),
                _ => ReleaseAsync(message, receipt, settings.VisibilityTimeout),
            });
        }
        catch (RequestFailedException lost) when (lost.Status is 400 or 404)
        {
            log.LogWarning(
                "Message {Message} of {Queue} was settled already, or its lease ended and it runs again",
                message.MessageId, queue.Name);
        }
    }

    Task<Response<UpdateReceipt>> ReleaseAsync(QueueMessage message, string receipt, TimeSpan visibilityTimeout) =>
        queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: visibilityTimeout);

    // A crash between the copy and the deletion leaves two messages, never none.
    async Task PoisonAsync(Settlement settlement, QueueClient poison)
    {
        var message = settlement.Message;
        if (!settlement.IsCopied)
        {
            await poison.CreateIfNotExistsAsync();
            await poison.SendMessageAsync(message.MessageText, timeToLive: NoExpiry);
            settlement.IsCopied = true;
        }

        await queue.DeleteMessageAsync(message.MessageId, settlement.Receipt);
        log.LogError(
            "Message {Message} failed {Count} times and was moved to {Queue}",
            message.MessageId, message.DequeueCount, poison.Name);
    }

    bool CanDecode(QueueMessage message) =>
        !settings.Base64
        || Convert.TryFromBase64String(message.MessageText, new byte[message.MessageText.Length], out _);

    /// <summary>How the message of an invocation that has ended is to be settled.</summary>
    sealed record Settlement(QueueMessage Message, string Receipt, InvocationOutcome Outcome, DateTimeOffset Ended)
    {
        /// <summary>Whether the poison queue has a copy.</summary>
        public bool IsCopied { get; set; }
    }
}
