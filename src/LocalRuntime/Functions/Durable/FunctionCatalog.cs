namespace LocalRuntime.Functions.Durable;

sealed class FunctionCatalog : IOrchestrationCatalog
{
    readonly Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> orchestrators =
        new(StringComparer.OrdinalIgnoreCase);

    readonly Dictionary<string, Func<string?, CancellationToken, Task<string?>>> activities =
        new(StringComparer.OrdinalIgnoreCase);

    readonly InvokerCompiler compiler;

    public FunctionCatalog(
        IReadOnlyList<FunctionDescriptor> functions, InvokerCompiler compiler, IServiceProvider services,
        InvocationLog log)
    {
        this.compiler = compiler;
        foreach (var function in functions)
        {
            if (function.Trigger is OrchestrationTriggerAttribute orchestration)
                orchestrators[orchestration.Orchestration ?? function.Name] = Orchestrator(function, services);
            else if (function.Trigger is ActivityTriggerAttribute activity)
                activities[activity.Activity ?? function.Name] = Activity(function, services, log);
        }
    }

    public bool IsEmpty => orchestrators.Count + activities.Count == 0;

    public Func<TaskOrchestrationContext, Task<object?>>? FindOrchestrator(string name) =>
        orchestrators.GetValueOrDefault(name);

    public Func<string?, CancellationToken, Task<string?>>? FindActivity(string name) =>
        activities.GetValueOrDefault(name);

    Func<TaskOrchestrationContext, Task<object?>> Orchestrator(
        FunctionDescriptor function, IServiceProvider services)
    {
        var invoke = compiler.Compile(function, new OrchestratorBinding().Bind);
        return async context =>
        {
            // Disposed without an await, because an orchestrator awaits only tasks of its context.
            using var scope = services.CreateScope();
            var invocation = new LocalFunctionContext(function, scope.ServiceProvider, CancellationToken.None);
            return await invoke(invocation, context);
        };
    }

    Func<string?, CancellationToken, Task<string?>> Activity(
        FunctionDescriptor function, IServiceProvider services, InvocationLog log)
    {
        var invoke = compiler.Compile(function, ActivityBinding.Bind);
        return async (input, stopping) =>
        {
            var started = log.Started();
            try
            {
                await using var scope = services.CreateAsyncScope();
                var invocation = new LocalFunctionContext(function, scope.ServiceProvider, stopping);
                var result = OrchestrationJson.Serialize(await invoke(invocation, input));
                log.Succeeded(function.Name, started);
                return result;
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                log.Failed(function.Name, started, failure);
                throw;
            }
        };
    }
}
