using Microsoft.Extensions.DependencyInjection;

namespace LocalRuntime.Functions.Invocation;

/// <summary>How an invocation that nobody waits for ended.</summary>
internal enum Outcome
{
    Succeeded,
    Failed,
    GivenBack,
}

/// <summary>Runs a function for a listener, each time in a scope of its own; a failure is logged and told, never thrown.</summary>
internal sealed class FunctionRunner(FunctionDescriptor function, Invoker invoke, IServiceProvider services, InvocationLog log)
{
    public FunctionDescriptor Function => function;

    public async Task<Outcome> RunAsync(object trigger, CancellationToken stopping)
    {
        var started = log.Started();
        try
        {
            await using var scope = services.CreateAsyncScope();
            await invoke(new FunctionInvocation(function, scope.ServiceProvider, stopping), trigger);
            log.Succeeded(function.Name, started);
            return Outcome.Succeeded;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            log.GivenBack(function.Name, started);
            return Outcome.GivenBack;
        }
#pragma warning disable CA1031 // whatever a function throws is a failed invocation and a line in the log
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.Failed(function.Name, started, failure);
            return Outcome.Failed;
        }
    }
}
