using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Insights.Pushes;

/// <summary>
/// How far pushes are counted. <paramref name="IndexKey"/> is the last row of the index that was read,
/// <paramref name="IndexedUntil"/> the day (UTC) before which all its rows are read. <paramref name="Waiting"/> are the
/// days with groups that are not counted yet, <paramref name="Kept"/> the days with figures, both in order.
/// </summary>
public sealed record FoldPosition(
    string? IndexKey, DateOnly IndexedUntil, IReadOnlyList<DateOnly> Waiting, IReadOnlyList<DateOnly> Kept)
{
    public static FoldPosition None { get; } = new(null, DateOnly.MinValue, [], []);

    public FoldPosition Add(IEnumerable<DateOnly> days)
    {
        var added = days.ToList();
        return this with { Waiting = Sorted(Waiting.Union(added)), Kept = Sorted(Kept.Union(added)) };
    }

    /// <summary>No group waits for the day any more.</summary>
    public FoldPosition Finish(DateOnly day) => this with { Waiting = [.. Waiting.Where(other => other != day)] };

    /// <summary>The figures of the day are deleted.</summary>
    public FoldPosition Forget(DateOnly day) => Finish(day) with { Kept = [.. Kept.Where(other => other != day)] };

    /// <summary>
    /// True while groups may not be counted for the day: it is too young, some wait, or the index is not read up to it.
    /// </summary>
    public bool IsPending(DateOnly day, DateOnly today) =>
        day > today.AddDays(-PushFolding.DaysUntilCounted) || Waiting.Contains(day) || day >= IndexedUntil;

    /// <summary>The last day up to which no day is pending; null before the first step.</summary>
    public DateOnly? CountedUntil(DateOnly today)
    {
        if (IndexedUntil == DateOnly.MinValue) return null;
        DateOnly[] limits = [today.AddDays(1 - PushFolding.DaysUntilCounted), IndexedUntil, .. Waiting.Take(1)];
        return limits.Min().AddDays(-1);
    }

    static IReadOnlyList<DateOnly> Sorted(IEnumerable<DateOnly> days) => [.. days.Order()];
}

/// <summary>The position of the fold. Only the timers of the module write it.</summary>
public sealed class FoldPositionStore(PushInsightsTable table)
{
    const string Partition = "$fold";
    const string PositionRow = "position";

    public async Task<FoldPosition> FindAsync() =>
        (await table.FindAsync<FoldPosition>(Partition, PositionRow))?.Value ?? FoldPosition.None;

    public Task<FoldPosition> ChangeAsync(Func<FoldPosition, FoldPosition> change) => table.RetryAsync(async () =>
    {
        var read = await table.FindAsync<FoldPosition>(Partition, PositionRow);
        var after = change(read?.Value ?? FoldPosition.None);
        await table.CommitAsync(Row.Write(Partition, PositionRow, after, read));
        return after;
    });
}
