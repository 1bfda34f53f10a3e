using Community.Care.Health;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.Health;

/// <summary>The last nightly assessment of each group, in order of the group's id.</summary>
public sealed class GroupHealthStore(GroupHealthTable table)
{
    const string Partition = "groups";
    const string Prefix = "group-";

    /// <summary>The assessment; null for a group that was not assessed yet.</summary>
    public async Task<GroupHealthRecord?> FindAsync(string groupId) =>
        (await table.FindAsync<GroupHealthRecord>(Partition, Prefix + groupId))?.Value;

    /// <summary>The assessments of the groups whose ids lie between two, which are included.</summary>
    public async Task<IReadOnlyDictionary<string, GroupHealthRecord>> BetweenAsync(string first, string last) =>
        (await table.BetweenAsync<GroupHealthRecord>(Partition, Prefix + first, Prefix + last))
            .ToDictionary(row => row.Value.GroupId, row => row.Value, StringComparer.Ordinal);

    /// <summary>Stores at most 100 assessments in place of earlier ones, in one transaction.</summary>
    public Task PutAsync(IReadOnlyList<GroupHealthRecord> records) =>
        table.CommitAsync([.. records.Select(record => Row.Put(Partition, Prefix + record.GroupId, record))]);

    /// <summary>Deletes the assessments of groups that are no longer assessed.</summary>
    public Task DeleteAsync(IEnumerable<string> groupIds) =>
        table.DeleteIfExistsAsync(Partition, groupIds.Select(id => Prefix + id));

    /// <summary>
    /// One page of the assessments, those in a state unless it is null, in order of the group's id. A page may hold
    /// fewer than <paramref name="size"/> and still have a continuation.
    /// </summary>
    public async Task<Slice<GroupHealthRecord>> PageAsync(GroupHealthState? state, int size, string? continuation)
    {
        var page = await table.PageAsync<GroupHealthRecord>(Partition, Prefix, size, continuation);
        return page.Map(row => row.Value).Where(record => state is null || record.Health.State == state);
    }
}
