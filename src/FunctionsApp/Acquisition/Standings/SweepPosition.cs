using System.Globalization;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>How far a sweep over all of a campaign's books has come: the partition, and the last row of it that was seen.</summary>
public sealed record SweepPosition(int Shard, string? After)
{
    /// <summary>Nothing seen yet.</summary>
    public static SweepPosition Start { get; } = new(0, null);

    /// <summary>The position as text.</summary>
    public string Write() => $"{Shard.ToString(CultureInfo.InvariantCulture)} {After}";

    /// <summary>The position that the text stands for; null for the start.</summary>
    public static SweepPosition Read(string? text) =>
        text?.Split(' ', 2) is [var shard, var after] ? new(int.Parse(shard, CultureInfo.InvariantCulture), after.Length == 0 ? null : after) : Start;
}
