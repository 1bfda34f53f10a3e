using System.Text.Json;
using Azure.Data.Tables;
using Community.Selling.Offers;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Offers;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Selling.Links;

/// <summary>
/// Clicks on an offer's links by group. A transaction updates the rows of the groups and adds a mark for the batch, so
/// that a repeated batch counts once.
/// </summary>
public sealed class ClickCountStore(
    OffersTable table, KeyedLock locks, TimeProvider clock, ILogger<ClickCountStore> log)
{
    const string CountPrefix = "clicks-";
    const string FirstPrefix = "first-clicks-";
    const string MarkPrefix = "click-mark-";
    const int GroupsPerTransaction = 90;

    readonly DayIndex markDays = new(table, "$click-marks", clock, log);

    /// <summary>
    /// Adds one batch: the number of clicks by group, and of those that are the first of their browser, which are kept
    /// for occurrences of content. A repeat changes nothing.
    /// </summary>
    public async Task AddAsync(
        OfferReference offer,
        string batchId,
        DateTimeOffset at,
        IReadOnlyDictionary<string, int> groups,
        IReadOnlyDictionary<string, int>? firstClicks = null)
    {
        // An occurrence has one group, so its transaction stays small.
        var first = offer.Kind is OfferKind.Content ? firstClicks : null;
        await markDays.AddAsync(at, offer.Key);
        // A repeated batch splits into the same parts, so each part has its own mark.
        var parts = groups.OrderBy(group => group.Key, StringComparer.Ordinal).Chunk(GroupsPerTransaction).ToList();
        for (var part = 0; part < parts.Count; part++)
        {
            var mark = $"{MarkPrefix}{BatchHour.Format(at)}-{batchId}-{part}";
            var clicks = parts[part];
            await locks.RunAsync(
                offer.Key, () => table.RetryAsync(() => AddOnceAsync(offer.Key, mark, at, clicks, first)));
        }
    }

    /// <summary>Clicks by group.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(OfferReference offer)
    {
        var rows = await table.AllAsync<int>(offer.Key, CountPrefix);
        return rows.ToDictionary(row => row.RowKey[CountPrefix.Length..], row => row.Value, StringComparer.Ordinal);
    }

    /// <summary>Clicks in one group.</summary>
    public async Task<int> CountAsync(OfferReference offer, string groupId) =>
        (await table.FindAsync<int>(offer.Key, CountPrefix + groupId))?.Value ?? 0;

    /// <summary>
    /// Clicks on the links of an occurrence of content in its group, and how many of them are the first of their
    /// browser on their link.
    /// </summary>
    public async Task<(int All, int First)> CountOccurrenceAsync(OfferReference offer, string groupId)
    {
        // No rows of other kinds are between the two.
        var rows = await table.BetweenAsync<JsonElement>(offer.Key, CountPrefix + groupId, FirstPrefix + groupId);
        return (Count(CountPrefix + groupId), Count(FirstPrefix + groupId));

        int Count(string key) => rows.FirstOrDefault(row => row.RowKey == key)?.Value.GetInt32() ?? 0;
    }

    /// <summary>Deletes marks of days before the instant, at most <paramref name="budget"/>.</summary>
    public Task ForgetMarksAsync(DateTimeOffset horizon, int budget) =>
        markDays.StepAsync(horizon, budget, async (day, rest) =>
        {
            var deleted = await table.ForgetAsync<DateTimeOffset>(
                day.Owner,
                MarkPrefix + BatchHour.Format(day.Day),
                rest,
                _ => true,
                mark => [Row.Delete(day.Owner, mark.RowKey, mark.ETag)]);
            return DayVisit.OfDeletion(deleted, rest);
        });

    async Task<bool> AddOnceAsync(
        string partition,
        string mark,
        DateTimeOffset at,
        IReadOnlyList<KeyValuePair<string, int>> clicks,
        IReadOnlyDictionary<string, int>? firstClicks)
    {
        if (await table.FindAsync<DateTimeOffset>(partition, mark) is not null) return false;
        List<TableTransactionAction> rows = [Row.Add(partition, mark, at)];
        foreach (var (group, count) in clicks)
        {
            rows.Add(await PlusAsync(partition, CountPrefix + group, count));
            if (firstClicks?.GetValueOrDefault(group) is > 0 and var first)
                rows.Add(await PlusAsync(partition, FirstPrefix + group, first));
        }

        await table.CommitAsync(rows);
        return true;
    }

    async Task<TableTransactionAction> PlusAsync(string partition, string row, int count)
    {
        var read = await table.FindAsync<int>(partition, row);
        return Row.Write(partition, row, (read?.Value ?? 0) + count, read);
    }
}
