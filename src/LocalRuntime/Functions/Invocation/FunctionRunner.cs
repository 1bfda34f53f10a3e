namespace LocalRuntime.Functions.Invocation;

enum InvocationOutcome { Succeeded, Failed, Canceled }

/// <summary>Runs a function for a listener, each time in its own scope. Failures are logged and returned.</summary>
sealed class FunctionRunner(
    FunctionDescriptor function, Invoker invoke, IServiceProvider services, InvocationLog log)
{
    public FunctionDescriptor Function => function;

    public async Task<InvocationOutcome> RunAsync(object trigger, CancellationToken stopping)
    {
        var started = log.Started();
        try
        {
            await using var scope = services.CreateAsyncScope();
            await invoke(new LocalFunctionContext(function, scope.ServiceProvider, stopping), trigger);
            log.Succeeded(function.Name, started);
            return InvocationOutcome.Succeeded;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            log.Canceled(function.Name, started);
            return InvocationOutcome.Canceled;
        }
        catch (Exception failure) // every exception of a function is a failed invocation
        {
            log.Failed(function.Name, started, failure);
            return InvocationOutcome.Failed;
        }
    }
}
