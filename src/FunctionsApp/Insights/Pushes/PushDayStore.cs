using System.Text.Json;
using Azure.Data.Tables;
using Community.Insights.Pushes;
using Community.Platform;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Insights.Pushes;

/// <summary>The figures of all groups that were counted for a day.</summary>
public sealed record PushDay(PushBreakdown Figures, FlaggedPushes Flagged)
{
    public static PushDay None { get; } = new(PushBreakdown.None, FlaggedPushes.None);

    public PushDay Plus(PushDay other) => new(Figures.Plus(other.Figures), Flagged.Plus(other.Flagged));
}

/// <summary>
/// The figures of planned local dates, a partition each: those of each counted group, and their sums. A group is
/// counted in one transaction, and its earlier figures are taken away first, so that a repeat changes nothing.
/// </summary>
public sealed class PushDayStore(PushInsightsTable table)
{
    const string GroupPrefix = "group-";
    const string SumPrefix = "sum-";
    const string FlaggedRow = SumPrefix + "flagged";

    /// <summary>
    /// Counts groups of a day in place of what was counted of them before; at most 20, for the size of the transaction.
    /// </summary>
    public Task CountAsync(DateOnly day, IReadOnlyList<CountedGroup> groups) => table.RetryAsync(async () =>
    {
        var partition = PushInsightsTable.KeyOf(day);
        var sums = await table.AllAsync<JsonElement>(partition, SumPrefix);
        var before = await Task.WhenAll(
            groups.Select(group => table.FindAsync<GroupDay>(partition, GroupPrefix + group.GroupId)));
        var flagged = Find<FlaggedPushes>(sums, FlaggedRow);
        var after = new PushDay(Sum(sums), flagged?.Value ?? FlaggedPushes.None);
        foreach (var (group, old) in groups.Zip(before)) after = Replace(after, old?.Value ?? GroupDay.None, group.Day);
        var touched = groups.SelectMany(group => group.Day.Lines)
            .Concat(before.SelectMany(old => old?.Value.Lines ?? []))
            .Select(RowOf)
            .ToHashSet(StringComparer.Ordinal);
        List<TableTransactionAction> rows =
        [
            .. from part in touched
               let lines = after.Figures.All.Where(line => RowOf(line) == part).ToList()
               select Row.Write(partition, part, lines, Find<List<PushFiguresLine>>(sums, part)),
            .. groups.Zip(before).Select(pair =>
                Row.Write(partition, GroupPrefix + pair.First.GroupId, pair.First.Day, pair.Second)),
        ];
        if (groups.Any(group => group.Day.Flagged.Count > 0) || before.Any(old => old?.Value.Flagged.Count > 0))
            rows.Add(Row.Write(partition, FlaggedRow, after.Flagged, flagged));
        await table.CommitAsync(rows);
        return true;
    });

    /// <summary>The figures of all counted groups.</summary>
    public async Task<PushDay> FindAsync(DateOnly day)
    {
        var rows = await table.AllAsync<JsonElement>(PushInsightsTable.KeyOf(day), SumPrefix);
        return new PushDay(Sum(rows), Find<FlaggedPushes>(rows, FlaggedRow)?.Value ?? FlaggedPushes.None);
    }

    /// <summary>The figures of one group; null when it is not counted.</summary>
    public async Task<GroupDay?> FindAsync(DateOnly day, string groupId) =>
        (await table.FindAsync<GroupDay>(PushInsightsTable.KeyOf(day), GroupPrefix + groupId))?.Value;

    /// <summary>
    /// The figures of the counted groups of a day whose ids lie between two, which are included, by id.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, GroupDay>> BetweenAsync(DateOnly day, string first, string last)
    {
        var rows = await table.BetweenAsync<GroupDay>(
            PushInsightsTable.KeyOf(day), GroupPrefix + first, GroupPrefix + last);
        return rows.ToDictionary(row => row.RowKey[GroupPrefix.Length..], row => row.Value, StringComparer.Ordinal);
    }

    /// <summary>Deletes rows of a day, at most <paramref name="budget"/>; returns how many.</summary>
    public async Task<int> ForgetAsync(DateOnly day, int budget)
    {
        var (partition, deleted) = (PushInsightsTable.KeyOf(day), 0);
        foreach (var prefix in (string[])[GroupPrefix, WaitingGroupStore.Prefix, SumPrefix])
        {
            deleted += await table.ForgetAsync<JsonElement>(
                partition,
                prefix,
                budget - deleted,
                _ => true,
                row => [Row.Delete(partition, row.RowKey, row.ETag)]);
        }

        return deleted;
    }

    static PushDay Replace(PushDay sum, GroupDay before, GroupDay after) => new(
        sum.Figures.Minus(before.Figures).Plus(after.Figures),
        sum.Flagged.Minus(FlaggedPushes.Of(before.Flagged)).Plus(FlaggedPushes.Of(after.Flagged)));

    static PushBreakdown Sum(IEnumerable<Stored<JsonElement>> rows) => PushBreakdown.From(rows
        .Where(row => row.RowKey != FlaggedRow)
        .SelectMany(row => row.As<List<PushFiguresLine>>().Value));

    static Stored<T>? Find<T>(IEnumerable<Stored<JsonElement>> rows, string rowKey) =>
        rows.FirstOrDefault(row => row.RowKey == rowKey)?.As<T>();

    // A brand may have thousands of owners, who do not fit in one row.
    static string RowOf(PushFiguresLine line) => line.Dimension is PushDimension.Owner
        ? $"{SumPrefix}Owner-{EffectKey.Digest(line.Value)[0]}"
        : $"{SumPrefix}{line.Dimension}";
}
