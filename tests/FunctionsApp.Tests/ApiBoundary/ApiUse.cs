namespace FunctionsApp.Tests.ApiBoundary;

/// <summary>
/// A type that is used, or a member of it. <paramref name="Parameters"/> are the types of a method's parameters as
/// <see cref="TypeName"/> writes them, with commas between; null for a field.
/// </summary>
sealed record ApiUse(string Namespace, string Type, string? Member = null, string? Parameters = null)
{
    public override string ToString() => $"{Namespace}.{Type}{(Member is null ? "" : $".{Member}")}{(Parameters is null ? "" : $"({Parameters})")}";
}
