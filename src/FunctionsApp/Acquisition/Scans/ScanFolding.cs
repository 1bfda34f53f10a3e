using System.Globalization;
using Community.Acquisition.Scans;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>Folds batches into the hours of their campaigns, and old hours into a total of each campaign.</summary>
public sealed class ScanFolding(ScansTable table, ScanDays days, TimeProvider clock)
{
    const int MaxBatches = 99;
    const int LastPart = 999_999;

    // An hour has up to 100 KB, and few large ones fit into a part.
    const int MaxHours = 20;

    // Most batches of an hour have arrived by then.
    static readonly TimeSpan FoldAfter = TimeSpan.FromHours(2);

    // No writer that has indexed a day takes that long until it writes its batch.
    static readonly TimeSpan WriteLimit = TimeSpan.FromDays(1);

    /// <summary>Folds all batches that are old enough, of the campaigns that have any.</summary>
    public Task FoldBatchesAsync()
    {
        var now = clock.GetUtcNow();
        return days.Batches.StepAsync(now.AddDays(1), int.MaxValue, (day, _) => FoldBatchesAsync(day, now));
    }

    /// <summary>
    /// Folds the hours of days before the instant into totals, in about <paramref name="budget"/> rows.
    /// </summary>
    public Task FoldHoursAsync(DateTimeOffset horizon, int budget) =>
        days.Hours.StepAsync(horizon, budget, FoldHoursAsync);

    async Task<DayVisit> FoldBatchesAsync(IndexedDay day, DateTimeOffset now)
    {
        var folded = 0;
        while (await table.RetryAsync(() => FoldOldestBatchesAsync(day, now)) is var more and > 0) folded += more;
        var isOver = now >= day.IndexedUntil + WriteLimit
            && (await table.RowsAfterAsync<ScanCount>(day.Owner, BatchPrefix(day), after: null, 1)).Count == 0;
        return new DayVisit(folded, isOver ? DayOutcome.Finished : DayOutcome.Unfinished);
    }

    async Task<int> FoldOldestBatchesAsync(IndexedDay day, DateTimeOffset now)
    {
        var oldest = await table.RowsAfterAsync<ScanCount>(day.Owner, BatchPrefix(day), after: null, MaxBatches);
        if (oldest.Count == 0) return 0;
        var hour = BatchHour.Format(oldest[0].Value.At);
        var batches = oldest
            .TakeWhile(batch => batch.Value.At <= now - FoldAfter && BatchHour.Format(batch.Value.At) == hour)
            .ToList();
        if (batches.Count == 0) return 0;
        var start = BatchHour.Parse(hour);
        await days.Hours.AddAsync(start, day.Owner);
        return await FoldAsync(day.Owner, batches, $"{ScanKeys.Hour}{hour}-", start);
    }

    async Task<DayVisit> FoldHoursAsync(IndexedDay day, int budget)
    {
        var folded = 0;
        while (folded < budget)
        {
            var more = await table.RetryAsync(() => FoldOldestHoursAsync(day));
            if (more == 0) return new DayVisit(folded, DayOutcome.Finished);
            folded += more;
        }

        return new DayVisit(folded, DayOutcome.Unfinished);
    }

    async Task<int> FoldOldestHoursAsync(IndexedDay day)
    {
        var prefix = ScanKeys.Hour + BatchHour.Format(day.Day);
        var hours = await table.RowsAfterAsync<ScanCount>(day.Owner, prefix, after: null, MaxHours);
        return hours.Count == 0 ? 0 : await FoldAsync(day.Owner, hours, ScanKeys.Total, hours[0].Value.At);
    }

    // Replaces the first of the rows by the last part, or by a new one; returns how many.
    async Task<int> FoldAsync(
        string campaignId, IReadOnlyList<Stored<ScanCount>> rows, string parts, DateTimeOffset from)
    {
        var lastPart = await FindLastPartAsync(campaignId, parts);
        var fold = ScanFoldRules.Fold(lastPart?.Value.Codes, [.. rows.Select(row => row.Value.Codes)]);
        await table.CommitAsync(
        [
            .. rows.Take(fold.Batches).Select(row => Row.Delete(campaignId, row.RowKey, row.ETag)),
            fold.IsNewPart
                ? Row.Add(campaignId, NextPartKey(parts, lastPart), new ScanCount(from, fold.Codes))
                : Row.Write(campaignId, lastPart!.RowKey, lastPart.Value with { Codes = fold.Codes }, lastPart),
        ]);
        return fold.Batches;
    }

    // Numbers that decrease make the last part the first row.
    async Task<Stored<ScanCount>?> FindLastPartAsync(string campaignId, string parts) =>
        (await table.RowsAfterAsync<ScanCount>(campaignId, parts, after: null, 1)) is [var last] ? last : null;

    static string NextPartKey(string parts, Stored<ScanCount>? lastPart)
    {
        var number = lastPart is null
            ? LastPart
            : int.Parse(lastPart.RowKey[parts.Length..], CultureInfo.InvariantCulture) - 1;
        return $"{parts}{number:d6}";
    }

    static string BatchPrefix(IndexedDay day) => ScanKeys.Batch + BatchHour.Format(day.Day);
}
