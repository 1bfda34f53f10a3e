namespace Rehearsal.Hosting;

/// <summary>
/// The clock of a run. Only the run moves it; timers of one instant fire in the order in which they were set.
/// </summary>
sealed class SimulatedClock(DateTimeOffset start)
{
    readonly PriorityQueue<Alarm, (long Ticks, long Order)> alarms = new();
    long order;

    public DateTimeOffset Start { get; } = start;

    public DateTimeOffset Now { get; private set; } = start;

    /// <summary>The instant of the next current timer; null without one.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            while (alarms.TryPeek(out var alarm, out var at))
            {
                if (alarm.IsCurrent) return new DateTimeOffset(at.Ticks, TimeSpan.Zero);
                alarms.Dequeue();
            }

            return null;
        }
    }

    /// <summary>
    /// Moves to the next timer and fires it. Without a timer until <paramref name="until"/>, moves there and returns
    /// false.
    /// </summary>
    public bool FireNext(DateTimeOffset until)
    {
        if (Next is not { } at || at > until)
        {
            Now = until > Now ? until : Now;
            return false;
        }

        Now = at > Now ? at : Now;
        alarms.Dequeue().Fire();
        return true;
    }

    /// <summary>Moves the clock without firing timers, as a suspended machine does; they fire late.</summary>
    public void Jump(TimeSpan by) => Now += by;

    public Task DelayAsync(TimeSpan delay)
    {
        var passed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Set(delay, new Alarm(() => true, passed.SetResult));
        return passed.Task;
    }

    /// <summary>A clock for one app instance; its timers stop when the instance is killed.</summary>
    public TimeProvider ForInstance(Func<bool> isAlive) => new InstanceClock(this, isAlive);

    void Set(TimeSpan delay, Alarm alarm) => alarms.Enqueue(alarm, ((Now + delay).UtcTicks, order++));

    sealed class Alarm(Func<bool> isCurrent, Action fire)
    {
        public bool IsCurrent => isCurrent();

        public void Fire() => fire();
    }

    sealed class InstanceClock(SimulatedClock clock, Func<bool> isAlive) : TimeProvider
    {
        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => clock.Now;

        public override long GetTimestamp() => clock.Now.UtcTicks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new InstanceTimer(clock, isAlive, () => callback(state));
            timer.Change(dueTime, period);
            return timer;
        }
    }

    sealed class InstanceTimer(SimulatedClock clock, Func<bool> isAlive, Action callback) : ITimer
    {
        object? current;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            current = null;
            if (dueTime != Timeout.InfiniteTimeSpan) Set(dueTime, period);
            return true;
        }

        public void Dispose() => current = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        void Set(TimeSpan dueTime, TimeSpan period)
        {
            var mine = current = new object();
            clock.Set(dueTime, new Alarm(() => ReferenceEquals(current, mine) && isAlive(), () =>
            {
                if (period > TimeSpan.Zero) Set(period, period);
                else current = null;
                callback();
            }));
        }
    }
}
