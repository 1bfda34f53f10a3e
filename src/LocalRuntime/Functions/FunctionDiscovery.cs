namespace LocalRuntime.Functions;

/// <summary>Finds the functions of an app; one that would run differently on Azure is refused by name.</summary>
static class FunctionDiscovery
{
    const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static readonly ConcurrentDictionary<Assembly, IReadOnlyList<FunctionDescriptor>> OfAssemblies = new();

    public static IReadOnlyList<FunctionDescriptor> Find(FunctionSource source) =>
        source.Types is { } types
            ? Find(types)
            : OfAssemblies.GetOrAdd(source.Assembly, assembly => Find(assembly.GetTypes()));

    static List<FunctionDescriptor> Find(IReadOnlyList<Type> types)
    {
        var functions = types
            .SelectMany(type => type.GetMethods(Declared))
            .Select(method => (Method: method, Function: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(found => found.Function is not null)
            .Select(found => Describe(found.Function!.Name, found.Method))
            .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        var repeated = functions
            .GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Skip(1).Any());
        if (repeated is null) return functions;
        var methods = string.Join(", ", repeated.Select(function => function.EntryPoint));
        throw new RefusedException($"Function '{repeated.Key}' is declared more than once: {methods}.");
    }

    static FunctionDescriptor Describe(string name, MethodInfo method)
    {
        if (!method.IsPublic || !IsPublic(method.DeclaringType!))
            throw Refuse("the method and its class must be public.");
        if (method.ContainsGenericParameters) throw Refuse("generic functions are not supported.");
        if (method.GetCustomAttributes().FirstOrDefault(IsMethodBinding) is { } binding)
            throw Refuse($"binding '{binding.GetType().Name}' is not supported.");
        foreach (var parameter in method.GetParameters())
        {
            if (Problem(parameter) is { } problem) throw Refuse($"parameter '{parameter.Name}': {problem}");
        }

        var triggers = method.GetParameters()
            .SelectMany(parameter => parameter.GetCustomAttributes(), (parameter, attribute) => (parameter, attribute))
            .Where(found => IsTrigger(found.attribute))
            .ToList();
        return triggers is [var (parameterOfTrigger, trigger)]
            ? new FunctionDescriptor(name, method, parameterOfTrigger, trigger)
            : throw Refuse($"it has {triggers.Count} triggers, not one.");

        RefusedException Refuse(string why) =>
            new($"Function '{name}' ({method.DeclaringType!.FullName}.{method.Name}): {why}");
    }

    static string? Problem(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttributes().FirstOrDefault(attribute => !IsSupported(attribute)) is { } unknown)
            return $"the binding '{unknown.GetType().Name}' is not supported.";
        if (parameter.GetCustomAttribute<DurableClientAttribute>() is { } client
            && (client.TaskHub ?? client.ConnectionName) is not null)
            return "a DurableClient with a TaskHub or ConnectionName is not supported.";
        return parameter.GetCustomAttribute<OrchestrationTriggerAttribute>() is { LargePayloadPurge: true }
            ? "OrchestrationTrigger.LargePayloadPurge is not supported."
            : null;
    }

    static bool IsPublic(Type type) => type.IsPublic || (type.IsNestedPublic && IsPublic(type.DeclaringType!));

    static bool IsTrigger(Attribute attribute) => attribute is HttpTriggerAttribute or TimerTriggerAttribute
        or QueueTriggerAttribute or OrchestrationTriggerAttribute or ActivityTriggerAttribute;

    // The compiler and analyzers put attributes of the System namespaces on parameters; those bind nothing.
    static bool IsSupported(Attribute attribute) =>
        IsTrigger(attribute)
        || attribute is DurableClientAttribute
        || attribute.GetType().Namespace?.StartsWith("System", StringComparison.Ordinal) == true;

    static bool IsMethodBinding(Attribute attribute) =>
        attribute is RetryAttribute
        || attribute.GetType().Name.EndsWith("OutputAttribute", StringComparison.Ordinal)
        || attribute.GetType().Name.EndsWith("InputAttribute", StringComparison.Ordinal);
}

/// <summary>Where functions are searched: in all types of an assembly, or in some of them.</summary>
sealed record FunctionSource(Assembly Assembly)
{
    public IReadOnlyList<Type>? Types { get; init; }
}
