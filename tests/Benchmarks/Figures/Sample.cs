using System.Globalization;

namespace Benchmarks.Figures;

/// <summary>Several measurements of one value.</summary>
public sealed record Sample(IReadOnlyList<double> Values)
{
    public double Median => Values.Order().ElementAt(Values.Count / 2);

    /// <summary>The median and the range, as text.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Median:0.##} ({Values.Min():0.##}-{Values.Max():0.##})");
}
