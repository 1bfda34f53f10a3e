using System.Reflection;

namespace LocalRuntime.Functions;

/// <summary>The types in which functions are searched: those of an assembly, or some of them.</summary>
internal sealed record FunctionSource(Assembly Assembly)
{
    public IReadOnlyList<Type> Types { get; init; } = Assembly.GetTypes();
}
