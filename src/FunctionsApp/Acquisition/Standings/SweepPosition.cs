using System.Globalization;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>
/// The position of a sweep over all standings of a campaign: the partition and the last row key in it.
/// </summary>
public sealed record SweepPosition(int Shard, string? After)
{
    public static SweepPosition Start { get; } = new(0, null);

    public string ToText() => $"{Shard.ToString(CultureInfo.InvariantCulture)} {After}";

    /// <summary>The position of the text; the start for null.</summary>
    public static SweepPosition Parse(string? text) => text?.Split(' ', 2) is [var shard, var after]
        ? new(int.Parse(shard, CultureInfo.InvariantCulture), after.Length == 0 ? null : after)
        : Start;
}
