using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using LocalRuntime.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace LocalRuntime.Functions.Invocation;

/// <summary>Runs a function with what triggered it, and gives back what it returned.</summary>
internal delegate ValueTask<object?> Invoker(FunctionInvocation invocation, object? trigger);

/// <summary>An expression for the value of a parameter, or null when the trigger has none for it.</summary>
internal delegate Expression? TriggerBinding(ParameterInfo parameter, ParameterExpression invocation, ParameterExpression trigger);

/// <summary>
/// Makes a function into a delegate, so that an invocation uses no reflection. What the function cannot be called with shows at once; it is compiled when
/// it is first called, since a host that starts calls few of them.
/// </summary>
internal static class InvokerCompiler
{
    static readonly MethodInfo ResolveClient = typeof(ServiceProviderServiceExtensions)
        .GetMethod(nameof(ServiceProviderServiceExtensions.GetRequiredService), 1, [typeof(IServiceProvider)])!
        .MakeGenericMethod(typeof(DurableTaskClient));

    // A type's factory is the same for every host of this process, and costs a compilation.
    static readonly ConcurrentDictionary<Type, ObjectFactory> Factories = new();

    public static Invoker Compile(FunctionDescriptor function, TriggerBinding binding)
    {
        var invocation = Expression.Parameter(typeof(FunctionInvocation), "invocation");
        var trigger = Expression.Parameter(typeof(object), "trigger");
        var arguments = function.Method.GetParameters().Select(p =>
            binding(p, invocation, trigger) ?? FromInvocation(p, invocation)
            ?? throw new RefusedException($"Function '{function.Name}': parameter '{p.Name}' of type {p.ParameterType} is not supported by its trigger."));
        var call = Expression.Call(Instance(function.Method, invocation), function.Method, arguments.ToList());
        var compiled = new Lazy<Invoker>(Expression.Lambda<Invoker>(Returned.AsValueTask(call), invocation, trigger).Compile);
        return (context, value) => compiled.Value(context, value);
    }

    static Expression? FromInvocation(ParameterInfo parameter, ParameterExpression invocation) => parameter.ParameterType switch
    {
        var type when type == typeof(FunctionContext) => invocation,
        var type when type == typeof(CancellationToken) => Expression.Property(invocation, nameof(FunctionInvocation.CancellationToken)),
        var type when type == typeof(DurableTaskClient) && parameter.IsDefined(typeof(DurableClientAttribute)) =>
            Expression.Call(ResolveClient, Expression.Property(invocation, nameof(FunctionInvocation.InstanceServices))),
        _ => null,
    };

    static UnaryExpression? Instance(MethodInfo method, ParameterExpression invocation)
    {
        if (method.IsStatic) return null;
        var create = Factories.GetOrAdd(method.DeclaringType!, type => ActivatorUtilities.CreateFactory(type, Type.EmptyTypes));
        return Expression.Convert(
            Expression.Invoke(Expression.Constant(create), Expression.Property(invocation, nameof(FunctionInvocation.InstanceServices)), Expression.Constant(null, typeof(object[]))),
            method.DeclaringType!);
    }
}
