using System.Collections.Immutable;
using Community.Pushes.Occurrences;

namespace Community.Insights.Pushes;

/// <summary>Clicks on the links of a push; unique ones are of different browsers for each link.</summary>
public sealed record PushClicks(int All, int Unique)
{
    public static PushClicks None { get; } = new(0, 0);
}

/// <summary>
/// Counts of pushes. <paramref name="Planned"/> are all of them and <paramref name="Open"/> those that are not over.
/// <paramref name="Leaves"/> are those after a push and before the next one, within 24 h.
/// </summary>
public sealed record PushFigures(
    int Planned = 0,
    int OnTime = 0,
    int Late = 0,
    int Missed = 0,
    int Failed = 0,
    int Open = 0,
    int Clicks = 0,
    int UniqueClicks = 0,
    int Leaves = 0,
    int Flagged = 0)
{
    public static PushFigures None { get; } = new();

    /// <summary>Skipped pushes by the name of the guard, or of the other cause.</summary>
    public ImmutableSortedDictionary<string, int> Skipped { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    public static PushFigures From(Push push, PushClicks clicks, PushResponse? response) => new()
    {
        Planned = 1,
        OnTime = push is { State: PushState.Sent, IsLate: not true } ? 1 : 0,
        Late = push is { State: PushState.Sent, IsLate: true } ? 1 : 0,
        Missed = push.State is PushState.Missed ? 1 : 0,
        Failed = push.State is PushState.Failed ? 1 : 0,
        Open = push.IsOver ? 0 : 1,
        Clicks = clicks.All,
        UniqueClicks = clicks.Unique,
        Leaves = response?.LeaveCheck.Leaves ?? 0,
        Flagged = response?.LeaveCheck.IsFlagged is true ? 1 : 0,
        Skipped = push is { State: PushState.Skipped, Skip: { } skip }
            ? ImmutableSortedDictionary<string, int>.Empty.Add($"{skip.Guard?.ToString() ?? skip.Cause.ToString()}", 1)
            : ImmutableSortedDictionary<string, int>.Empty,
    };

    public PushFigures Plus(PushFigures other) => Add(other, 1);

    public PushFigures Minus(PushFigures other) => Add(other, -1);

    PushFigures Add(PushFigures other, int times) => new(
        Planned + (times * other.Planned),
        OnTime + (times * other.OnTime),
        Late + (times * other.Late),
        Missed + (times * other.Missed),
        Failed + (times * other.Failed),
        Open + (times * other.Open),
        Clicks + (times * other.Clicks),
        UniqueClicks + (times * other.UniqueClicks),
        Leaves + (times * other.Leaves),
        Flagged + (times * other.Flagged))
    {
        Skipped = other.Skipped.Aggregate(Skipped, (sum, reason) =>
        {
            var count = sum.GetValueOrDefault(reason.Key) + (times * reason.Value);
            return count == 0 ? sum.Remove(reason.Key) : sum.SetItem(reason.Key, count);
        }),
    };
}
