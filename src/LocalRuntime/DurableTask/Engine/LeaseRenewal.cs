namespace LocalRuntime.DurableTask.Engine;

/// <summary>
/// Renews leases at an interval while work runs. Otherwise its timer is off, and virtual time can jump.
/// </summary>
sealed class LeaseRenewal : IAsyncDisposable
{
    readonly Lock sync = new();
    readonly TimeSpan period;
    readonly Func<bool> renew;
    readonly ITimer timer;
    bool armed;

    /// <summary>Creates an unarmed renewal. <paramref name="renew"/> returns false when nothing runs.</summary>
    public LeaseRenewal(TimeProvider clock, TimeSpan period, Func<bool> renew)
    {
        (this.period, this.renew) = (period, renew);
        timer = clock.CreateTimer(_ => Renew(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

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

    void Renew()
    {
        lock (sync) armed = false;
        if (renew()) Arm();
    }
}
