using System.Reflection;
using LocalRuntime.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace LocalRuntime.Functions;

/// <summary>Finds the functions of an app and refuses, by name, what this host would not run as the real one does.</summary>
internal static class FunctionDiscovery
{
    const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static readonly HashSet<Type> Triggers =
        [typeof(HttpTriggerAttribute), typeof(TimerTriggerAttribute), typeof(QueueTriggerAttribute), typeof(OrchestrationTriggerAttribute), typeof(ActivityTriggerAttribute)];

    public static IReadOnlyList<FunctionDescriptor> Find(FunctionSource source)
    {
        var functions = source.Types
            .SelectMany(type => type.GetMethods(Declared))
            .Select(method => (Method: method, Function: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(found => found.Function is not null)
            .Select(found => Describe(found.Function!.Name, found.Method))
            .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        var twice = functions.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Skip(1).Any());
        return twice is null ? functions : throw new RefusedException($"Function '{twice.Key}' is declared more than once: {string.Join(", ", twice.Select(f => f.EntryPoint))}.");
    }

    static FunctionDescriptor Describe(string name, MethodInfo method)
    {
        if (!method.IsPublic || !IsPublic(method.DeclaringType!)) throw Refuse("the method and its class must be public.");
        if (method.ContainsGenericParameters) throw Refuse("generic functions are not supported.");
        if (method.GetCustomAttributes().FirstOrDefault(IsBinding) is { } output) throw Refuse($"binding '{output.GetType().Name}' is not supported.");
        foreach (var parameter in method.GetParameters())
        {
            if (parameter.GetCustomAttributes().FirstOrDefault(a => !Supports(a)) is { } unknown)
                throw Refuse($"parameter '{parameter.Name}' has the binding '{unknown.GetType().Name}', which is not supported.");
            if (parameter.GetCustomAttribute<DurableClientAttribute>() is { } client && (client.TaskHub ?? client.ConnectionName) is not null)
                throw Refuse($"parameter '{parameter.Name}': a DurableClient of another TaskHub or ConnectionName is not supported.");
        }

        var triggers = method.GetParameters().SelectMany(p => p.GetCustomAttributes().Where(IsTrigger).Select(a => (Parameter: p, Attribute: a))).ToList();
        return triggers is [var trigger]
            ? new FunctionDescriptor(name, method, trigger.Parameter, trigger.Attribute)
            : throw Refuse($"it has {triggers.Count} triggers, not one.");

        RefusedException Refuse(string why) => new($"Function '{name}' ({method.DeclaringType!.FullName}.{method.Name}): {why}");
    }

    static bool IsPublic(Type type) => type.IsPublic || (type.IsNestedPublic && IsPublic(type.DeclaringType!));

    static bool IsTrigger(Attribute attribute) => Triggers.Contains(attribute.GetType());

    // What the compiler and the analyzers write on parameters lives under System and binds nothing.
    static bool Supports(Attribute attribute) =>
        IsTrigger(attribute) || attribute is DurableClientAttribute || attribute.GetType().Namespace?.StartsWith("System", StringComparison.Ordinal) == true;

    static bool IsBinding(Attribute attribute) =>
        attribute.GetType().Name is var type && (type.EndsWith("OutputAttribute", StringComparison.Ordinal) || type.EndsWith("InputAttribute", StringComparison.Ordinal));
}
