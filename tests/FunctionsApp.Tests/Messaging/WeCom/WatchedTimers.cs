namespace FunctionsApp.Tests.Messaging.WeCom;

/// <summary>The time of <paramref name="inner"/>, and when the timers that were made here are due.</summary>
sealed class WatchedTimers(TimeProvider inner) : TimeProvider
{
    readonly List<WatchedTimer> timers = [];
    readonly Lock sync = new();

    public override long TimestampFrequency => inner.TimestampFrequency;

    /// <summary>The next instant at which a timer is due; null when none waits.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (sync) return timers.Select(timer => timer.DueAt).Where(due => due >= GetUtcNow()).Min();
        }
    }

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new WatchedTimer(this, inner.CreateTimer(callback, state, dueTime, period), dueTime);
        lock (sync) timers.Add(timer);
        return timer;
    }

    void Forget(WatchedTimer timer)
    {
        lock (sync) timers.Remove(timer);
    }

    sealed class WatchedTimer(WatchedTimers owner, ITimer timer, TimeSpan dueTime) : ITimer
    {
        public DateTimeOffset? DueAt { get; private set; } = DueAfter(owner, dueTime);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            DueAt = DueAfter(owner, dueTime);
            return timer.Change(dueTime, period);
        }

        public void Dispose()
        {
            owner.Forget(this);
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            owner.Forget(this);
            return timer.DisposeAsync();
        }

        static DateTimeOffset? DueAfter(WatchedTimers owner, TimeSpan dueTime) =>
            dueTime < TimeSpan.Zero ? null : owner.GetUtcNow() + dueTime;
    }
}
