namespace Simulation.Lives;

/// <summary>The one clock of a run. It moves only when the run moves it; timers of the same instant fire in the order in which they were set.</summary>
sealed class SimulatedClock(DateTimeOffset start)
{
    readonly PriorityQueue<Alarm, (long Ticks, long Order)> alarms = new();
    long order;

    public DateTimeOffset Start { get; } = start;

    public DateTimeOffset Now { get; private set; } = start;

    /// <summary>The instant of the next timer that still matters; null when none does.</summary>
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

    /// <summary>Moves to the next timer, if it is due by then, and fires it; moves there and answers false otherwise.</summary>
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

    /// <summary>Time passes at once, as on a machine that slept: whatever was due meanwhile is late.</summary>
    public void Jump(TimeSpan by) => Now += by;

    /// <summary>Completes after that long.</summary>
    public Task DelayAsync(TimeSpan delay)
    {
        var passed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Set(delay, new Alarm(() => true, passed.SetResult));
        return passed.Task;
    }

    /// <summary>A clock for one life of the app; with that life its timers end.</summary>
    public TimeProvider ForLife(Func<bool> isAlive) => new InstanceClock(this, isAlive);

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
