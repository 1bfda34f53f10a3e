using Microsoft.DurableTask;

namespace LocalRuntime.DurableTask;

/// <summary>The orchestrators and activities there are, by name.</summary>
public interface IOrchestrationCatalog
{
    /// <summary>The orchestrator, or null; an unknown one fails the instance that asked for it.</summary>
    Func<TaskOrchestrationContext, Task<object?>>? FindOrchestrator(string name);

    /// <summary>The activity, from input JSON to result JSON, or null; an unknown one fails the call.</summary>
    Func<string?, CancellationToken, Task<string?>>? FindActivity(string name);
}
