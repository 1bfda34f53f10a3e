namespace Benchmarks.Figures;

/// <summary>One measured figure: what was found, what it had to be, and whether it was. A figure for information has no target.</summary>
public sealed record Figure(string Name, string Value, string? Target, bool? Met, string Detail)
{
    /// <summary>A figure that is printed and judged by nobody.</summary>
    public static Figure ForInformation(string name, string value, string detail) => new(name, value, null, null, detail);
}
