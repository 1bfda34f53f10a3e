using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Insights.Pushes;

/// <summary>
/// A group whose pushes of a day are not counted yet. <paramref name="NotBefore"/> is the instant at which it is worth
/// another look.
/// </summary>
public sealed record WaitingGroup(string GroupId, DateTimeOffset NotBefore);

/// <summary>Groups that are not counted yet, in the partition of the planned local date of their pushes.</summary>
public sealed class WaitingGroupStore(PushInsightsTable table)
{
    public const string Prefix = "waiting-";

    const int RowsPerTransaction = 100;

    /// <summary>Stores that the groups have pushes of the day that are to be counted.</summary>
    public async Task AddAsync(DateOnly day, IEnumerable<WaitingGroup> groups)
    {
        var rows = groups
            .DistinctBy(group => group.GroupId, StringComparer.Ordinal)
            .Select(group => Row.Put(PushInsightsTable.KeyOf(day), Prefix + group.GroupId, group));
        foreach (var transaction in rows.Chunk(RowsPerTransaction)) await table.CommitAsync(transaction);
    }

    /// <summary>Groups that are not counted yet, in order of id, after a group (null: from the first).</summary>
    public async Task<IReadOnlyList<WaitingGroup>> ReadAsync(DateOnly day, string? after, int size)
    {
        var key = after is null ? null : Prefix + after;
        var rows = await table.RowsAfterAsync<WaitingGroup>(PushInsightsTable.KeyOf(day), Prefix, key, size);
        return [.. rows.Select(row => row.Value)];
    }

    /// <summary>Ends the wait of groups that are counted.</summary>
    public Task RemoveAsync(DateOnly day, IEnumerable<string> groupIds) =>
        table.DeleteIfExistsAsync(PushInsightsTable.KeyOf(day), groupIds.Select(id => Prefix + id));
}
