using System.Reflection;

namespace LocalRuntime.Functions;

/// <summary>Where functions are looked for: an assembly, or some of its types.</summary>
internal sealed record FunctionSource(Assembly Assembly)
{
    public IReadOnlyList<Type> Types { get; init; } = Assembly.GetTypes();
}
