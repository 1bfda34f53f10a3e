namespace LocalRuntime.DurableTask.Engine;

/// <summary>A bounded set of running work.</summary>
sealed class RunningSet<T>(int capacity)
    where T : class
{
    readonly Lock sync = new();
    readonly HashSet<T> running = new(ReferenceEqualityComparer.Instance);
    TaskCompletionSource? empty;

    public int Free
    {
        get
        {
            lock (sync) return capacity - running.Count;
        }
    }

    public IReadOnlyList<T> Snapshot()
    {
        lock (sync) return [.. running];
    }

    public void Add(T work)
    {
        lock (sync) running.Add(work);
    }

    public void Remove(T work)
    {
        TaskCompletionSource? waiting = null;
        lock (sync)
        {
            running.Remove(work);
            if (running.Count == 0) (waiting, empty) = (empty, null);
        }

        waiting?.SetResult();
    }

    public Task WhenEmptyAsync()
    {
        lock (sync)
        {
            if (running.Count == 0) return Task.CompletedTask;
            empty ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return empty.Task;
        }
    }
}
