using System.Text.Json;
using Azure.Data.Tables;
using Community.Selling.Conversions;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.Conversions;

/// <summary>
/// The conversions of a group, in the partition of the group's ledger, beside the other rows that say what the group
/// may still be sent, so that one request finds them all. The rows repeat what the conversion says, and each change of
/// it writes them again.
/// </summary>
public sealed class GroupSaleStore(DeliveriesTable table, TimeProvider clock)
{
    /// <summary>How long the conversion of a group is kept after its end.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(60);

    const string RowPrefix = Ledger.BudgetPrefix + "conversion-";
    const int WritesAtOnce = 16;
    const int MaxDeletions = 20;

    /// <summary>
    /// Writes the conversion for each of its groups. A repeat changes nothing, and neither does a writer that comes
    /// after one that knew a later change. The caller has stored the conversion, and repeats this when it fails.
    /// </summary>
    public async Task WriteAsync(Conversion conversion)
    {
        var now = clock.GetUtcNow();
        var arms = ArmAssignment.Assign(conversion.GroupIds, conversion.HoldoutShare, conversion.Seed);
        foreach (var groups in arms.Chunk(WritesAtOnce))
        {
            await Task.WhenAll(groups.Select(group =>
                WriteAsync(group.GroupId, GroupSale.From(conversion, group.Arm, now))));
        }
    }

    /// <summary>
    /// The conversions of the group that end after <paramref name="since"/>, the first to start first. Those that ended
    /// more than <see cref="Retention"/> ago are deleted by and by.
    /// </summary>
    public async Task<IReadOnlyList<GroupSale>> FindAsync(string groupId, DateTimeOffset since) =>
        await SelectAsync(groupId, await table.AllAsync<JsonElement>(groupId, RowPrefix), since);

    /// <summary>The same from rows of the group that were read with others.</summary>
    public async Task<IReadOnlyList<GroupSale>> SelectAsync(
        string groupId, IReadOnlyList<Stored<JsonElement>> rows, DateTimeOffset since)
    {
        List<Stored<GroupSale>> sales =
        [
            .. rows
                .Where(row => row.RowKey.StartsWith(RowPrefix, StringComparison.Ordinal))
                .Select(row => row.As<GroupSale>()),
        ];
        await DeleteOldAsync(groupId, sales);
        return
        [
            .. sales
                .Select(row => row.Value)
                .Where(sale => sale.EndsAt > since)
                .OrderBy(sale => sale.StartsAt)
                .ThenBy(sale => sale.ConversionId, StringComparer.Ordinal),
        ];
    }

    // A new conversion has no row yet, so that the first attempt needs no read.
    Task<bool> WriteAsync(string groupId, GroupSale sale) => table.RetryAsync(async isFirst =>
    {
        if (IsOld(sale)) return false;
        var key = RowPrefix + sale.ConversionId;
        var read = isFirst && sale.Revision == 0 ? null : await table.FindAsync<GroupSale>(groupId, key);
        if (read?.Value.Revision >= sale.Revision) return false;
        await table.CommitAsync(Row.Write(groupId, key, sale, read));
        return true;
    });

    // A row that changed since it was read is deleted another time, if it is old then.
    async Task DeleteOldAsync(string groupId, IReadOnlyList<Stored<GroupSale>> rows)
    {
        TableTransactionAction[] deletions =
        [
            .. rows
                .Where(row => IsOld(row.Value))
                .Take(MaxDeletions)
                .Select(row => Row.Delete(groupId, row.RowKey, row.ETag)),
        ];
        if (deletions.Length > 0) await table.TryCommitAsync(deletions);
    }

    bool IsOld(GroupSale sale) => sale.EndsAt < clock.GetUtcNow() - Retention;
}
