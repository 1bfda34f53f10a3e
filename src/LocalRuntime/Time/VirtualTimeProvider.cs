namespace LocalRuntime.Time;

/// <summary>
/// A clock that moves only by <see cref="AdvanceToAsync"/>, from one due instant to the next, each time after all work
/// that <paramref name="gauge"/> counts has ended.
/// </summary>
public sealed class VirtualTimeProvider(DateTimeOffset start, WorkGauge gauge) : TimeProvider, IDisposable
{
    readonly Lock sync = new();
    readonly SemaphoreSlim mover = new(1, 1);
    readonly PriorityQueue<Appointment, (long Ticks, long Order)> appointments = new();
    DateTimeOffset now = start.ToUniversalTime();
    long order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (sync) return now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new VirtualTimer(this, callback, state, dueTime, period);

    /// <summary>
    /// Moves to an instant, stopping at each due instant before it, and returns when all due work has run. An instant
    /// in the past has no effect.
    /// </summary>
    public async Task AdvanceToAsync(DateTimeOffset to, CancellationToken cancellationToken = default)
    {
        await mover.WaitAsync(cancellationToken);
        try
        {
            do
            {
                await gauge.WhenIdleAsync().WaitAsync(cancellationToken);
            }
            while (FireNext(to));
        }
        finally
        {
            mover.Release();
        }
    }

    public void Dispose() => mover.Dispose();

    bool FireNext(DateTimeOffset to)
    {
        Appointment due;
        using var lease = gauge.Enter();
        lock (sync)
        {
            if (!appointments.TryPeek(out var next, out var at) || at.Ticks > to.UtcTicks)
            {
                if (to > now) now = to.ToUniversalTime();
                return false;
            }

            appointments.Dequeue();
            due = next;
            if (at.Ticks > now.UtcTicks) now = new DateTimeOffset(at.Ticks, TimeSpan.Zero);
        }

        due.Timer.Fire(due);
        return true;
    }

    Appointment Schedule(VirtualTimer timer, TimeSpan dueTime)
    {
        lock (sync)
        {
            var appointment = new Appointment(timer);
            appointments.Enqueue(appointment, ((now + dueTime).UtcTicks, order++));
            return appointment;
        }
    }

    sealed record Appointment(VirtualTimer Timer);

    sealed class VirtualTimer : ITimer
    {
        readonly VirtualTimeProvider clock;
        readonly TimerCallback callback;
        readonly object? state;
        TimeSpan period;
        Appointment? current;

        public VirtualTimer(
            VirtualTimeProvider clock, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (this.clock, this.callback, this.state) = (clock, callback, state);
            Change(dueTime, period);
        }

        // The old appointment of a changed or disposed timer stays in the queue; it is not current and fires nothing.
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            this.period = period;
            current = dueTime == Timeout.InfiniteTimeSpan ? null : clock.Schedule(this, dueTime);
            return true;
        }

        public void Fire(Appointment appointment)
        {
            if (!ReferenceEquals(current, appointment)) return;
            current = period > TimeSpan.Zero ? clock.Schedule(this, period) : null;
            callback(state);
        }

        public void Dispose() => current = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
