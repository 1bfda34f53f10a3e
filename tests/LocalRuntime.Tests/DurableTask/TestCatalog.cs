using System.Collections.Concurrent;
using LocalRuntime.DurableTask;
using Microsoft.DurableTask;

namespace LocalRuntime.Tests.DurableTask;

/// <summary>Orchestrators and activities written where they are tested.</summary>
sealed class TestCatalog : IOrchestrationCatalog
{
    readonly ConcurrentDictionary<string, Func<TaskOrchestrationContext, Task<object?>>> orchestrators = new();
    readonly ConcurrentDictionary<string, Func<string?, CancellationToken, Task<string?>>> activities = new();

    public TestCatalog Orchestrator(string name, Func<TaskOrchestrationContext, Task<object?>> body)
    {
        orchestrators[name] = body;
        return this;
    }

    public TestCatalog Activity<TInput>(string name, Func<TInput, CancellationToken, Task<object?>> body)
    {
        activities[name] = async (input, stopping) => OrchestrationJson.Serialize(
            await body(OrchestrationJson.Deserialize<TInput>(input)!, stopping));
        return this;
    }

    public TestCatalog Activity<TInput>(string name, Func<TInput, object?> body) =>
        Activity<TInput>(name, (input, _) => Task.FromResult(body(input)));

    public Func<TaskOrchestrationContext, Task<object?>>? FindOrchestrator(string name) =>
        orchestrators.GetValueOrDefault(name);

    public Func<string?, CancellationToken, Task<string?>>? FindActivity(string name) =>
        activities.GetValueOrDefault(name);
}
