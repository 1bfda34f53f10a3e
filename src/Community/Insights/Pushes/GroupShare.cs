using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Community.Insights.Pushes;

/// <summary>Pushes of one item in a group: members present at each, and their unique clicks.</summary>
public sealed record ShareCount(int Pushes, long Members, long Clicks)
{
    public static ShareCount None { get; } = new(0, 0, 0);

    /// <summary>
    /// One push. A link that went on to other groups has more unique clicks than members, and these do not count.
    /// </summary>
    public static ShareCount Of(int members, int uniqueClicks) => new(1, members, Math.Min(members, uniqueClicks));

    public ShareCount Plus(ShareCount other) =>
        new(Pushes + other.Pushes, Members + other.Members, Clicks + other.Clicks);
}

/// <summary>
/// What one group did with an item, by the day of its pushes, so that a day that is counted again counts once. Days are
/// added up in <paramref name="Earlier"/> when they can no longer be counted again.
/// </summary>
public sealed record GroupShare(ShareCount Earlier, ImmutableSortedDictionary<DateOnly, ShareCount> Days)
{
    // More than the days for which a group can wait to be counted.
    const int KeptDays = 60;

    public static GroupShare None { get; } =
        new(ShareCount.None, ImmutableSortedDictionary<DateOnly, ShareCount>.Empty);

    [JsonIgnore]
    public ShareCount Total => Days.Values.Aggregate(Earlier, (sum, day) => sum.Plus(day));

    public GroupShare Count(DateOnly day, ShareCount count)
    {
        var days = Days.SetItem(day, count);
        var old = days.Where(entry => entry.Key < days.Keys.Last().AddDays(-KeptDays)).ToList();
        return new(
            old.Aggregate(Earlier, (sum, entry) => sum.Plus(entry.Value)), days.RemoveRange(old.Select(e => e.Key)));
    }
}
