namespace LocalRuntime.Time;

/// <summary>
/// Counts the work that runs or is about to run: requests, invocations, orchestration turns, woken pumps. Virtual time
/// moves only while the count is zero.
/// </summary>
public sealed class WorkGauge
{
    readonly Lock sync = new();
    int running;
    TaskCompletionSource? idle;

    /// <summary>The number of leases that are held.</summary>
    public int Running => Volatile.Read(ref running);

    /// <summary>Takes a lease. Work that starts other work takes the other lease before it returns its own.</summary>
    public IDisposable Enter()
    {
        lock (sync) running++;
        return new Lease(this);
    }

    /// <summary>Completes when no lease is held.</summary>
    public Task WhenIdleAsync()
    {
        lock (sync)
        {
            if (running == 0) return Task.CompletedTask;
            idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return idle.Task;
        }
    }

    void Leave()
    {
        TaskCompletionSource? completed = null;
        lock (sync)
        {
            if (--running == 0) (completed, idle) = (idle, null);
        }

        completed?.SetResult();
    }

    sealed class Lease(WorkGauge gauge) : IDisposable
    {
        WorkGauge? held = gauge;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Leave();
    }
}
