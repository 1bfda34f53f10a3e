namespace LocalRuntime.DurableTask.Engine;

/// <summary>Lets callers wait for changes of an instance.</summary>
sealed class InstanceWatch
{
    readonly Lock sync = new();
    readonly Dictionary<string, TaskCompletionSource> watched = new(StringComparer.Ordinal);

    /// <summary>Completes when the instance changes after this call.</summary>
    public Task NextChange(string instanceId)
    {
        lock (sync)
        {
            if (!watched.TryGetValue(instanceId, out var change))
                watched[instanceId] = change = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return change.Task;
        }
    }

    public void Changed(string instanceId)
    {
        TaskCompletionSource? change;
        lock (sync) watched.Remove(instanceId, out change);
        change?.SetResult();
    }
}
