namespace Benchmarks.Figures;

/// <summary>A measured figure with its target; a figure for information has none.</summary>
public sealed record Figure(string Name, string Value, string? Target, bool? Met, string Detail)
{
    /// <summary>A figure without a target.</summary>
    public static Figure ForInformation(string name, string value, string detail) =>
        new(name, value, null, null, detail);
}
