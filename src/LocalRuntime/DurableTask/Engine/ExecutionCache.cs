namespace LocalRuntime.DurableTask.Engine;

/// <summary>Keeps the executions that were played last in memory until their next turn.</summary>
sealed class ExecutionCache(int capacity)
{
    readonly Lock sync = new();
    readonly Dictionary<string, LinkedListNode<CacheEntry>> byInstance = new(StringComparer.Ordinal);
    readonly LinkedList<CacheEntry> byAge = new();

    /// <summary>Removes and returns the execution; null unless it has played <paramref name="turns"/> turns.</summary>
    public OrchestrationExecution? Take(string instanceId, string executionId, int turns)
    {
        lock (sync)
        {
            if (!byInstance.Remove(instanceId, out var node)) return null;
            byAge.Remove(node);
            var (_, execution, played) = node.Value;
            return played == turns && execution.ExecutionId == executionId ? execution : null;
        }
    }

    public void Put(string instanceId, OrchestrationExecution execution, int turns)
    {
        if (capacity == 0) return;
        lock (sync)
        {
            if (byInstance.Remove(instanceId, out var old)) byAge.Remove(old);
            byInstance[instanceId] = byAge.AddFirst(new CacheEntry(instanceId, execution, turns));
            if (byAge.Count <= capacity) return;
            byInstance.Remove(byAge.Last!.Value.InstanceId);
            byAge.RemoveLast();
        }
    }

    sealed record CacheEntry(string InstanceId, OrchestrationExecution Execution, int Turns);
}
