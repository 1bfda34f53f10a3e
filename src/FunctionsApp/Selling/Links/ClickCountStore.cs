using Azure.Data.Tables;
using Community.Selling.Offers;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Offers;

namespace FunctionsApp.Selling.Links;

/// <summary>
/// Clicks on an offer's links by group. A transaction updates the rows of the groups and adds a mark for the batch, so
/// that a repeated batch counts once. Marks are deleted after 180 days, because queue messages do not expire.
/// </summary>
public sealed class ClickCountStore(OffersTable table, KeyedLock locks)
{
    const string CountPrefix = "clicks-";
    const string MarkPrefix = "click-mark-";
    const int GroupsPerTransaction = 90;
    const int MarksPerTransaction = 100;

    /// <summary>Adds one batch: the number of clicks by group. A repeat changes nothing.</summary>
    public async Task AddAsync(
        OfferReference offer, string batchId, DateTimeOffset at, IReadOnlyDictionary<string, int> groups)
    {
        // A repeated batch splits into the same parts, so each part has its own mark.
        var parts = groups.OrderBy(group => group.Key, StringComparer.Ordinal).Chunk(GroupsPerTransaction).ToList();
        for (var part = 0; part < parts.Count; part++)
        {
            var mark = $"{MarkPrefix}{BatchHour.Format(at)}-{batchId}-{part}";
            var clicks = parts[part];
            await locks.RunAsync(offer.Key, () => table.RetryAsync(() => AddOnceAsync(offer.Key, mark, at, clicks)));
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

    async Task<bool> AddOnceAsync(
        string partition, string mark, DateTimeOffset at, IReadOnlyList<KeyValuePair<string, int>> clicks)
    {
        if (await table.FindAsync<DateTimeOffset>(partition, mark) is not null) return false;
        List<TableTransactionAction> rows = [Row.Add(partition, mark, at)];
        foreach (var (group, count) in clicks)
        {
            var read = await table.FindAsync<int>(partition, CountPrefix + group);
            rows.Add(Row.Write(partition, CountPrefix + group, (read?.Value ?? 0) + count, read));
        }

        await table.CommitAsync(rows);
        await DeleteMarksAsync(partition, at - BatchHour.MarkRetention);
        return true;
    }

    async Task DeleteMarksAsync(string partition, DateTimeOffset before)
    {
        var oldest = await table.PageAsync<DateTimeOffset>(partition, MarkPrefix, 1, continuation: null);
        if (oldest.Items is not [{ Value: var first }] || first >= before) return;
        var marks = await table.PageAsync<DateTimeOffset>(
            partition, MarkPrefix, MarksPerTransaction, continuation: null);
        await table.DeleteAsync(partition, marks.Items.Where(mark => mark.Value < before));
    }
}
