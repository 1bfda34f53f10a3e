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
    /// <summary>Counts what a group did with a text on a day.</summary>
    public Task CountAsync(DateOnly day, string groupId, ItemShare share) => table.RetryAsync(async () =>
    {
        var partition = PartitionOf(share.Item.ContentId);
        var (groupRow, sumRow) = ($"{share.Item.Texts}-group-{groupId}", SumRow(share.Item));
        var group = await table.FindAsync<GroupShare>(partition, groupRow);
        var before = group?.Value ?? GroupShare.None;
        var after = before.Count(day, share.Count);
        if (group is not null && before.Total == after.Total) return false;
        var sum = await table.FindAsync<VariantFigures>(partition, sumRow);
        var figures = (sum?.Value ?? VariantFigures.None(share.Item.Variant)).Replace(before.Total, after.Total);
        TableTransactionAction[] rows =
            [Row.Write(partition, groupRow, after, group), Row.Write(partition, sumRow, figures, sum)];
        await table.CommitAsync(rows);
        return true;
    });

    /// <summary>The sums of a text over all groups.</summary>
    public async Task<VariantFigures> FindAsync(ItemVariant item) =>
        (await table.FindAsync<VariantFigures>(PartitionOf(item.ContentId), SumRow(item)))?.Value
        ?? VariantFigures.None(item.Variant);

    static string PartitionOf(string contentId) => $"content-{contentId}";

    static string SumRow(ItemVariant item) => $"{item.Texts}-sum-{item.Variant}";
}
