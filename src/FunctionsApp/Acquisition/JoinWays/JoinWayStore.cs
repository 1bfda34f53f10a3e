using Community.Messaging.Channels.WeCom;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.JoinWays;

/// <summary>The join ways of codes, with a list in order of campaigns.</summary>
public sealed class JoinWayStore(JoinWaysTable table)
{
    // Codes have no such character.
    const string ListPartition = "$list";
    const string ListPrefix = "way-";
    const string PositionRow = "position";
    const string WayRow = "way";

    /// <summary>The join way; null when nobody opened the page of the code.</summary>
    public async Task<CodeJoinWay?> FindAsync(string code) => (await table.FindAsync<CodeJoinWay>(code, WayRow))?.Value;

    /// <summary>
    /// Stores a new join way, after its place in the list, so that none is missing there. False when there is one.
    /// </summary>
    public async Task<bool> TryAddAsync(CodeJoinWay way)
    {
        await table.CommitAsync(Row.Put(ListPartition, ListKey(way), way.Code));
        return await table.TryCommitAsync(Row.Add(way.Code, WayRow, way));
    }

    /// <summary>
    /// Stores what happened to the join way, and returns it afterwards; null when it is gone, or
    /// <paramref name="decide"/> finds that nothing happened.
    /// </summary>
    public Task<CodeJoinWay?> RecordAsync(string code, Func<CodeJoinWay, JoinWayEvent?> decide) =>
        table.RetryAsync(async () =>
        {
            if (await table.FindAsync<CodeJoinWay>(code, WayRow) is not { } read) return null;
            if (decide(read.Value) is not { } happened) return null;
            var after = JoinWayRules.Evolve(read.Value, happened);
            await table.CommitAsync(Row.Write(code, WayRow, after, read));
            return after;
        });

    /// <summary>Deletes the join way, then its place in the list.</summary>
    public async Task RemoveAsync(CodeJoinWay way)
    {
        await table.DeleteIfExistsAsync(way.Code, [WayRow]);
        await table.DeleteIfExistsAsync(ListPartition, [ListKey(way)]);
    }

    /// <summary>
    /// At most <paramref name="size"/> codes, with their keys in the list, of one campaign or of all (null), after a
    /// key.
    /// </summary>
    public async Task<IReadOnlyList<(string Key, string Code)>> CodesAfterAsync(
        string? campaignId, string? after, int size)
    {
        var prefix = campaignId is null ? ListPrefix : PrefixOf(campaignId);
        var rows = await table.RowsAfterAsync<string>(ListPartition, prefix, after, size);
        return [.. rows.Select(row => (row.RowKey, row.Value))];
    }

    /// <summary>The key at which the hourly pass goes on; null for the beginning.</summary>
    public async Task<string?> PositionAsync() => (await table.FindAsync<string>(ListPartition, PositionRow))?.Value;

    public Task SavePositionAsync(string? key) => key is null
        ? table.DeleteIfExistsAsync(ListPartition, [PositionRow])
        : table.CommitAsync(Row.Put(ListPartition, PositionRow, key));

    static string ListKey(CodeJoinWay way) => PrefixOf(way.CampaignId) + way.Code;

    // Ids of campaigns have no dot.
    static string PrefixOf(string campaignId) => $"{ListPrefix}{campaignId}.";
}
