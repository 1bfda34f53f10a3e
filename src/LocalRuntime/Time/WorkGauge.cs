namespace LocalRuntime.Time;

/// <summary>
/// Counts what runs or is about to run: requests, invocations, orchestration turns, woken pumps.
/// Virtual time moves only while the count is zero.
/// </summary>
public sealed class WorkGauge
{
    readonly Lock sync = new();
    int running;
    TaskCompletionSource? idle;

    /// <summary>How many leases are held now.</summary>
    public int Running
    {
        get
        {
            lock (sync) return running;
        }
    }

    /// <summary>Takes a lease; whoever hands work on takes the next lease before giving back its own.</summary>
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
