using Azure.Data.Tables;
using Community.Insights.Pushes;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Insights.Pushes;

/// <summary>
/// What groups did with the texts of an item, a partition for each item: a row for each group, and the sums of each
/// text. A day that is counted again replaces what was counted of it.
/// </summary>
public sealed class ContentShareStore(PushInsightsTable table)
{
    /// <summary>Counts what groups did with the texts of one item on a day.</summary>
    public Task CountAsync(DateOnly day, string contentId, IReadOnlyList<GroupItemShare> shares) =>
        table.RetryAsync(async () =>
        {
            var partition = PartitionOf(contentId);
            var read = await Task.WhenAll(
                shares.Select(share => table.FindAsync<GroupShare>(partition, GroupRow(share))));
            List<TableTransactionAction> rows = [];
            foreach (var ofText in shares.Zip(read).GroupBy(pair => pair.First.Share.Item))
            {
                var sum = await table.FindAsync<VariantFigures>(partition, SumRow(ofText.Key));
                var before = sum?.Value ?? VariantFigures.None(ofText.Key.Variant);
                var after = before;
                foreach (var (share, group) in ofText)
                {
                    var known = group?.Value ?? GroupShare.None;
                    var counted = known.Count(day, share.Share.Count);
                    if (group is not null && known.Total == counted.Total) continue;
                    after = after.Replace(known.Total, counted.Total);
                    rows.Add(Row.Write(partition, GroupRow(share), counted, group));
                }

                if (after != before) rows.Add(Row.Write(partition, SumRow(ofText.Key), after, sum));
            }

            if (rows.Count > 0) await table.CommitAsync(rows);
            return true;
        });

    /// <summary>The sums of a text over all groups.</summary>
    public async Task<VariantFigures> FindAsync(ItemVariant item) =>
        (await table.FindAsync<VariantFigures>(PartitionOf(item.ContentId), SumRow(item)))?.Value
        ?? VariantFigures.None(item.Variant);

    static string PartitionOf(string contentId) => $"content-{contentId}";

    static string GroupRow(GroupItemShare share) => $"{share.Share.Item.Texts}-group-{share.GroupId}";

    static string SumRow(ItemVariant item) => $"{item.Texts}-sum-{item.Variant}";
}

/// <summary>What a group did on one day with a text of an item.</summary>
public sealed record GroupItemShare(string GroupId, ItemShare Share);
