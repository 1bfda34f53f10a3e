using LocalRuntime.DurableTask.Replay;

namespace LocalRuntime.DurableTask.Engine;

/// <summary>Executions that wait for their next turn, the most recently played ones. Taking one takes it out.</summary>
sealed class ExecutionCache(int capacity)
{
    readonly Lock sync = new();
    readonly Dictionary<string, LinkedListNode<Waiting>> byInstance = new(StringComparer.Ordinal);
    readonly LinkedList<Waiting> byAge = new();

    /// <summary>The execution after exactly <paramref name="turns"/> turns of its instance, or null.</summary>
    public OrchestrationExecution? Take(string instanceId, string executionId, int turns)
    {
        lock (sync)
        {
            if (!byInstance.Remove(instanceId, out var node)) return null;
            byAge.Remove(node);
            return node.Value.Turns == turns && node.Value.Execution.ExecutionId == executionId ? node.Value.Execution : null;
        }
    }

    public void Put(string instanceId, OrchestrationExecution execution, int turns)
    {
        if (capacity == 0) return;
        lock (sync)
        {
            if (byInstance.Remove(instanceId, out var old)) byAge.Remove(old);
            byInstance[instanceId] = byAge.AddFirst(new Waiting(instanceId, execution, turns));
            if (byAge.Count <= capacity) return;
            byInstance.Remove(byAge.Last!.Value.InstanceId);
            byAge.RemoveLast();
        }
    }

    sealed record Waiting(string InstanceId, OrchestrationExecution Execution, int Turns);
}
