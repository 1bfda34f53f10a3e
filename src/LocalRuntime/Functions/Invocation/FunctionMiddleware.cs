namespace LocalRuntime.Functions.Invocation;

/// <summary>
/// The middleware of the app around every function, as in the worker: what was added first is outermost. One instance
/// serves a host.
/// </summary>
sealed class FunctionMiddleware
{
    readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> steps = [];

    public void Add(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> step) => steps.Add(step);

    /// <summary>
    /// The invoker with the middleware around it; its result is null where middleware does not go on.
    /// </summary>
    public Invoker Around(Invoker invoke)
    {
        if (steps.Count == 0) return invoke;
        FunctionExecutionDelegate pipeline = context => InvokeAsync(invoke, (LocalFunctionContext)context);
        for (var i = steps.Count - 1; i >= 0; i--) pipeline = steps[i](pipeline);
        return (invocation, trigger) => RunAsync(pipeline, invocation, trigger);
    }

    static async ValueTask<object?> RunAsync(
        FunctionExecutionDelegate pipeline, LocalFunctionContext invocation, object? trigger)
    {
        invocation.Trigger = trigger;
        await pipeline(invocation);
        return invocation.Result;
    }

    static async Task InvokeAsync(Invoker invoke, LocalFunctionContext invocation) =>
        invocation.Result = await invoke(invocation, invocation.Trigger);
}
