namespace LocalRuntime.DurableTask;

public interface IOrchestrationCatalog
{
    /// <summary>The orchestrator; null when it is unknown, which fails its instance.</summary>
    Func<TaskOrchestrationContext, Task<object?>>? FindOrchestrator(string name);

    /// <summary>The activity, from input JSON to result JSON; null when it is unknown, which fails its call.</summary>
    Func<string?, CancellationToken, Task<string?>>? FindActivity(string name);
}
