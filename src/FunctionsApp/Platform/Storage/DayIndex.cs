using System.Collections.Concurrent;
using System.Globalization;
using Azure.Data.Tables;
using Community.Platform;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Platform.Storage;

/// <summary>
/// The days of which owners (members, groups, campaigns) have rows of a kind, in a partition of the table in order of
/// writing, so that old rows are found without a look at every owner there ever was.
/// </summary>
public sealed class DayIndex(Table table, string partition, TimeProvider clock, ILogger log)
{
    const string Prefix = "day-";
    const int PageSize = 100;
    const int MaxKnown = 20_000;

    // Rows that this process wrote. A key names the day of writing, and no row is removed on that day.
    ConcurrentDictionary<string, bool> known = new(StringComparer.Ordinal);

    /// <summary>
    /// Stores that the owners have rows of the day of <paramref name="at"/>. The caller writes these rows afterwards.
    /// </summary>
    public async Task AddAsync(DateTimeOffset at, params IEnumerable<string> owners)
    {
        var (day, today) = (DayOf(at), DayOf(clock.GetUtcNow()));
        var missing = owners
            .Distinct(StringComparer.Ordinal)
            .Select(owner => new IndexedDay(owner, day, today))
            .Where(indexed => !known.ContainsKey(KeyOf(indexed)));
        foreach (var days in missing.Chunk(PageSize))
        {
            await table.CommitAsync([.. days.Select(Put)]);
            if (known.Count >= MaxKnown) known = new(StringComparer.Ordinal);
            foreach (var indexed in days) known[KeyOf(indexed)] = true;
        }
    }

    /// <summary>
    /// At most <paramref name="size"/> rows after the one with the key <paramref name="after"/> (null: from the first)
    /// that were written before the day of <paramref name="horizon"/>, in order of writing. Of days that are over no
    /// more are written, so a reader that keeps the last key misses none.
    /// </summary>
    public async Task<IReadOnlyList<Stored<IndexedDay>>> ReadAsync(string? after, DateTimeOffset horizon, int size)
    {
        var rows = await table.RowsAfterAsync<IndexedDay>(partition, Prefix, after, size);
        return [.. rows.TakeWhile(row => row.Value.WrittenOn < DayOf(horizon))];
    }

    /// <summary>
    /// Visits days that were written before the day of <paramref name="horizon"/>, the oldest first, until
    /// <paramref name="budget"/> units of work are done; a visit is one of them. <paramref name="visitAsync"/> takes
    /// the day and the rest of the budget. A visit that fails is logged and repeated by the next step.
    /// </summary>
    public async Task StepAsync(DateTimeOffset horizon, int budget, Func<IndexedDay, int, Task<DayVisit>> visitAsync)
    {
        string? after = null;
        IReadOnlyList<Stored<IndexedDay>> page;
        do
        {
            page = await table.RowsAfterAsync<IndexedDay>(partition, Prefix, after, PageSize);
            foreach (var row in page)
            {
                if (budget <= 0 || row.Value.WrittenOn >= DayOf(horizon)) return;
                budget -= 1 + await TryVisitAsync(row, budget, visitAsync);
                after = row.RowKey;
            }
        }
        while (page.Count == PageSize);
    }

    async Task<int> TryVisitAsync(
        Stored<IndexedDay> row, int budget, Func<IndexedDay, int, Task<DayVisit>> visitAsync)
    {
        try
        {
            var (work, outcome) = await visitAsync(row.Value, budget);
            if (outcome is not DayOutcome.Unfinished) await RemoveAsync(row, outcome is DayOutcome.Postponed);
            return work;
        }
#pragma warning disable CA1031 // any failure of one owner must not keep back the others
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(
                failure,
                "The rows of {Owner} of {Day} in the index {Index} could not be processed.",
                row.Value.Owner,
                Format(row.Value.Day),
                partition);
            return 0;
        }
    }

    // The row may be gone, by an earlier attempt of the same request.
    Task<bool> RemoveAsync(Stored<IndexedDay> row, bool isPostponed)
    {
        List<TableTransactionAction> rows = [Row.Delete(partition, row.RowKey, row.ETag)];
        if (isPostponed) rows.Add(Put(row.Value with { WrittenOn = DayOf(clock.GetUtcNow()) }));
        return table.TryCommitAsync(rows);
    }

    TableTransactionAction Put(IndexedDay day) => Row.Put(partition, KeyOf(day), day);

    // A digest, because ids of members hold any character and are long.
    static string KeyOf(IndexedDay day) =>
        $"{Prefix}{Format(day.WrittenOn)}-{Format(day.Day)}-{EffectKey.Digest(day.Owner)}";

    static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    static string Format(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
