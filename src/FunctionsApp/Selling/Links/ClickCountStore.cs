using System.Globalization;
using Azure.Data.Tables;
using Community.Selling.Offers;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Offers;

namespace FunctionsApp.Selling.Links;

/// <summary>
/// How often an offer's links were clicked in each group: a row a group, moved together with a mark that says which batches it holds. Marks go
/// when no message can come again.
/// </summary>
public sealed class ClickCountStore(OffersTable table, KeyedLock locks)
{
    /// <summary>How long a mark stays: longer than a queue message may be delivered again.</summary>
    public static readonly TimeSpan LateBatchWindow = TimeSpan.FromHours(2);

    const string CountPrefix = "clicks-";
    const string MarkPrefix = "click-mark-";
    const string HourFormat = "yyyyMMddHH";
    const int GroupsPerTransaction = 90;
    const int MarksPerTransaction = 100;

    /// <summary>Counts one batch once: groups and how often their links were clicked.</summary>
    public async Task AddAsync(OfferReference offer, string batchId, DateTimeOffset at, IReadOnlyDictionary<string, int> groups)
    {
        // The parts of a batch are the same whenever it is taken apart, so each has a mark of its own.
        var parts = groups.OrderBy(group => group.Key, StringComparer.Ordinal).Chunk(GroupsPerTransaction).ToList();
        for (var part = 0; part < parts.Count; part++)
        {
            var mark = $"{MarkPrefix}{Hour(at)}-{batchId}-{part}";
            var clicked = parts[part];
            await locks.RunAsync(offer.Key, () => table.RetryAsync(() => AddOnceAsync(offer.Key, mark, at, clicked)));
        }
    }

    /// <summary>Clicks by group.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(OfferReference offer) =>
        (await table.AllAsync<int>(offer.Key, CountPrefix)).ToDictionary(row => row.RowKey[CountPrefix.Length..], row => row.Value, StringComparer.Ordinal);

    /// <summary>Clicks in one group.</summary>
    public async Task<int> CountAsync(OfferReference offer, string groupId) => (await table.FindAsync<int>(offer.Key, CountPrefix + groupId))?.Value ?? 0;

    async Task<bool> AddOnceAsync(string partition, string mark, DateTimeOffset at, IReadOnlyList<KeyValuePair<string, int>> clicked)
    {
        if (await table.FindAsync<DateTimeOffset>(partition, mark) is not null) return false;
        List<TableTransactionAction> rows = [Row.Add(partition, mark, at)];
        foreach (var (group, count) in clicked)
        {
            var read = await table.FindAsync<int>(partition, CountPrefix + group);
            rows.Add(Row.Write(partition, CountPrefix + group, (read?.Value ?? 0) + count, read));
        }

        await table.CommitAsync(rows);
        await ForgetMarksAsync(partition, at - LateBatchWindow);
        return true;
    }

    async Task ForgetMarksAsync(string partition, DateTimeOffset before)
    {
        var oldest = await table.PageAsync<DateTimeOffset>(partition, MarkPrefix, 1, continuation: null);
        if (oldest.Items is not [{ Value: var first }] || first >= before) return;
        var old = (await table.PageAsync<DateTimeOffset>(partition, MarkPrefix, MarksPerTransaction, continuation: null)).Items.Where(mark => mark.Value < before);
        await table.CommitAsync([.. old.Select(mark => Row.Delete(partition, mark.RowKey, mark.ETag))]);
    }

    static string Hour(DateTimeOffset at) => at.UtcDateTime.ToString(HourFormat, CultureInfo.InvariantCulture);
}
