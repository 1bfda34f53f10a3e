using Community.Content;

namespace Community.Pushes.Guards;

/// <summary>
/// A message to the group that was sent or is about to be. <paramref name="PlannedDate"/> is the local date of its
/// plan. <paramref name="Kind"/> is <c>Promotion</c> for the link of a conversion, and null for the other messages of a
/// sale, which count for the quotas and not for the mix.
/// </summary>
public sealed record PushHistoryEntry(
    string Key, DateTimeOffset At, DateOnly PlannedDate, ContentKind? Kind, string? ContentId, int ReuseDays)
{
    public bool IsSale { get; init; }
}

/// <summary>The last planned date of an item in the group, and the reuse interval that the item had then.</summary>
public sealed record ContentUse(string ContentId, DateOnly Date, int ReuseDays)
{
    public bool IsOver(DateOnly today) => Date.AddDays(ReuseDays) <= today;
}

/// <summary>
/// What the guards need to know about the messages of a group: those of the last and next 14 days, and the last use of
/// earlier items. Both lists are bounded, and each fits in one property of a row.
/// </summary>
public sealed record GroupPushHistory
{
    public const int MaxEntries = 120;

    public const int MaxUses = 300;

    public static readonly TimeSpan Horizon = TimeSpan.FromDays(14);

    /// <summary>In the order of their instants.</summary>
    public IReadOnlyList<PushHistoryEntry> Entries { get; init; } = [];

    /// <summary>
    /// One for each item whose entry is no longer kept. Above <see cref="MaxUses"/> the earliest uses are dropped,
    /// those whose interval is over before the others.
    /// </summary>
    public IReadOnlyList<ContentUse> Uses { get; init; } = [];

    /// <summary>
    /// The history with the entry. An entry of the same key is replaced, so that a repeat does not count twice.
    /// </summary>
    public GroupPushHistory Add(PushHistoryEntry entry)
    {
        PushHistoryEntry[] entries =
        [
            .. Remove(entry.Key).Entries
                .Append(entry)
                .OrderBy(known => known.At)
                .ThenBy(known => known.Key, StringComparer.Ordinal),
        ];
        return Keep(entries[..^Math.Min(entries.Length, MaxEntries)], entries[^Math.Min(entries.Length, MaxEntries)..]);
    }

    /// <summary>The history without a message that was not sent after all.</summary>
    public GroupPushHistory Remove(string key) =>
        Entries.Any(entry => entry.Key == key)
            ? this with { Entries = [.. Entries.Where(entry => entry.Key != key)] }
            : this;

    /// <summary>
    /// Drops entries older than <see cref="Horizon"/>, whose items stay among <see cref="Uses"/>, and what lies further
    /// ahead than it, which only a clock that ran fast can have written.
    /// </summary>
    public GroupPushHistory Trim(DateTimeOffset now)
    {
        var (first, last) = (now - Horizon, now + Horizon);
        var history = Keep(
            [.. Entries.Where(entry => entry.At < first)],
            [.. Entries.Where(entry => entry.At >= first && entry.At <= last)]);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var uses = history.Uses
            .Where(use => use.Date <= DateOnly.FromDateTime(last.UtcDateTime).AddDays(1))
            .OrderBy(use => use.IsOver(today))
            .ThenByDescending(use => use.Date)
            .ThenBy(use => use.ContentId, StringComparer.Ordinal)
            .Take(MaxUses);
        return history with { Uses = [.. uses] };
    }

    /// <summary>The planned dates of the item that are known, in no order.</summary>
    public IEnumerable<DateOnly> DatesOf(string contentId) => Entries
        .Where(entry => entry.ContentId == contentId)
        .Select(entry => entry.PlannedDate)
        .Concat(Uses.Where(use => use.ContentId == contentId).Select(use => use.Date));

    /// <summary>
    /// The planned date of the item that is less than <paramref name="reuseDays"/> days before or after
    /// <paramref name="date"/>; null when the group may get the item on that date.
    /// </summary>
    public DateOnly? DateWithin(string contentId, DateOnly date, int reuseDays)
    {
        foreach (var used in DatesOf(contentId))
        {
            if (Math.Abs(used.DayNumber - date.DayNumber) < reuseDays) return used;
        }

        return null;
    }

    GroupPushHistory Keep(IReadOnlyList<PushHistoryEntry> dropped, IReadOnlyList<PushHistoryEntry> kept)
    {
        var uses = dropped
            .Where(entry => entry.ContentId is not null)
            .Select(entry => new ContentUse(entry.ContentId!, entry.PlannedDate, entry.ReuseDays))
            .ToList();
        if (uses.Count == 0) return this with { Entries = kept };
        return new GroupPushHistory
        {
            Entries = kept,
            Uses = [.. Uses.Concat(uses).GroupBy(use => use.ContentId, StringComparer.Ordinal).Select(Latest)],
        };
    }

    static ContentUse Latest(IEnumerable<ContentUse> uses) => uses.MaxBy(use => use.Date)!;
}
