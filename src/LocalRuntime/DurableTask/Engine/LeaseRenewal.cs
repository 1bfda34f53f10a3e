namespace LocalRuntime.DurableTask.Engine;

/// <summary>A pulse that renews leases while something runs, and rests while nothing does, so that a quiet clock has nothing to do.</summary>
sealed class LeaseRenewal : IAsyncDisposable
{
    readonly Lock sync = new();
    readonly TimeSpan period;
    readonly Func<bool> renew;
    readonly ITimer timer;
    bool armed;

    /// <summary>Makes a pulse at rest. <paramref name="renew"/> begins a renewal, or answers false when nothing runs.</summary>
    public LeaseRenewal(TimeProvider clock, TimeSpan period, Func<bool> renew)
    {
        (this.period, this.renew) = (period, renew);
        timer = clock.CreateTimer(_ => Beat(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Work has begun that holds leases.</summary>
    public void Arm()
    {
        lock (sync)
        {
            if (armed) return;
            armed = true;
            timer.Change(period, Timeout.InfiniteTimeSpan);
        }
    }

    public ValueTask DisposeAsync() => timer.DisposeAsync();

    void Beat()
    {
        lock (sync) armed = false;
        if (renew()) Arm();
    }
}
