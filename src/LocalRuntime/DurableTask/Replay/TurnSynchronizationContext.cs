namespace LocalRuntime.DurableTask.Replay;

/// <summary>
/// Keeps the code of one orchestration on the thread that runs its turn, one continuation after the other. A
/// continuation that another thread posts means that the code awaited a task that is not durable; it is recorded and
/// never run.
/// </summary>
sealed class TurnSynchronizationContext : SynchronizationContext
{
    readonly Queue<(SendOrPostCallback Callback, object? State)> continuations = new();
    int turnThread;
    volatile bool left;

    public bool WasLeft => left;

    /// <summary>True on the thread that runs the turn, within this context.</summary>
    public bool IsCurrent
    {
        get
        {
            if (turnThread == Environment.CurrentManagedThreadId && ReferenceEquals(Current, this)) return true;
            left = true;
            return false;
        }
    }

    /// <summary>Runs <paramref name="step"/> and every continuation that it posts.</summary>
    public void Run(Action step)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        turnThread = Environment.CurrentManagedThreadId;
        try
        {
            step();
            while (continuations.TryDequeue(out var next)) next.Callback(next.State);
        }
        finally
        {
            turnThread = 0;
            SetSynchronizationContext(outer);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (turnThread == Environment.CurrentManagedThreadId) continuations.Enqueue((d, state));
        else left = true;
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("An orchestrator cannot be entered from another thread.");

    public override SynchronizationContext CreateCopy() => this;
}
