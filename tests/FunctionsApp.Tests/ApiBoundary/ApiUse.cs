namespace FunctionsApp.Tests.ApiBoundary;

/// <summary>A type that is used, or a member of it; <paramref name="Arity"/> is a method's number of parameters, null for a field.</summary>
sealed record ApiUse(string Namespace, string Type, string? Member = null, int? Arity = null)
{
    public override string ToString() => $"{Namespace}.{Type}{(Member is null ? "" : $".{Member}")}{(Arity is null ? "" : $" with {Arity} parameters")}";
}
