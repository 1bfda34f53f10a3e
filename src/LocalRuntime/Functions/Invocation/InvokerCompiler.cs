namespace LocalRuntime.Functions.Invocation;

/// <summary>Invokes a function with the value of its trigger and returns its result.</summary>
delegate ValueTask<object?> Invoker(LocalFunctionContext invocation, object? trigger);

/// <summary>An expression for the value of a parameter; null when the trigger does not provide it.</summary>
delegate Expression? TriggerBinding(
    ParameterInfo parameter, ParameterExpression invocation, ParameterExpression trigger);

/// <summary>
/// Creates a delegate of a function, with the middleware around it; a parameter that cannot be bound is refused at
/// once. The first call compiles the delegate, because a host that starts calls few of them. The hosts of a process
/// share it, because compilation is expensive and services come with the call.
/// </summary>
sealed class InvokerCompiler(FunctionMiddleware middleware)
{
    static readonly MethodInfo ResolveClient = typeof(ServiceProviderServiceExtensions)
        .GetMethod(nameof(ServiceProviderServiceExtensions.GetRequiredService), 1, [typeof(IServiceProvider)])!
        .MakeGenericMethod(typeof(DurableTaskClient));

    static readonly ConcurrentDictionary<Type, ObjectFactory> Factories = new();
    static readonly ConcurrentDictionary<(MethodInfo Method, string Variant), Lazy<Invoker>> Invokers = new();

    /// <summary>
    /// The invoker of the function. <paramref name="variant"/> names the settings of the host on which the binding
    /// depends.
    /// </summary>
    public Invoker Compile(FunctionDescriptor function, TriggerBinding binding, string variant = "")
    {
        var compiled = Invokers.GetOrAdd((function.Method, variant), _ => Prepare(function, binding));
        return middleware.Around((context, value) => compiled.Value(context, value));
    }

    static Lazy<Invoker> Prepare(FunctionDescriptor function, TriggerBinding binding)
    {
        var invocation = Expression.Parameter(typeof(LocalFunctionContext), "invocation");
        var trigger = Expression.Parameter(typeof(object), "trigger");
        var arguments = function.Method.GetParameters()
            .Select(p => binding(p, invocation, trigger) ?? FromInvocation(p, invocation) ?? throw Refuse(function, p))
            .ToList();
        var call = Expression.Call(Instance(function.Method, invocation), function.Method, arguments);
        var invoker = Expression.Lambda<Invoker>(ReturnValue.AsValueTask(call), invocation, trigger);
        return new Lazy<Invoker>(invoker.Compile);
    }

    static RefusedException Refuse(FunctionDescriptor function, ParameterInfo parameter) => function.Refuse(
        $"parameter '{parameter.Name}' of type {parameter.ParameterType} is not supported by its trigger.");

    static Expression? FromInvocation(ParameterInfo parameter, ParameterExpression invocation) =>
        parameter.ParameterType switch
        {
            var type when type == typeof(FunctionContext) => invocation,
            var type when type == typeof(CancellationToken) =>
                Expression.Property(invocation, nameof(LocalFunctionContext.CancellationToken)),
            var type when type == typeof(DurableTaskClient) && parameter.IsDefined(typeof(DurableClientAttribute)) =>
                Expression.Call(ResolveClient, Services(invocation)),
            _ => null,
        };

    static UnaryExpression? Instance(MethodInfo method, ParameterExpression invocation)
    {
        if (method.IsStatic) return null;
        var type = method.DeclaringType!;
        var create = Factories.GetOrAdd(type, key => ActivatorUtilities.CreateFactory(key, Type.EmptyTypes));
        var instance = Expression.Invoke(
            Expression.Constant(create), Services(invocation), Expression.Constant(null, typeof(object[])));
        return Expression.Convert(instance, type);
    }

    static MemberExpression Services(ParameterExpression invocation) =>
        Expression.Property(invocation, nameof(LocalFunctionContext.InstanceServices));
}
