using Community.Care.SuperUsers;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.SuperUsers;

/// <summary>The criteria of all groups in one partition, because a brand has few groups of super users.</summary>
public sealed class SuperUserCriteriaStore(SuperUsersTable table, KeyedLock locks, TimeProvider clock) : IDisposable
{
    /// <summary>The most groups with criteria.</summary>
    public const int MaxGroups = 50;

    // No id of a group has such a character.
    const string Partition = "$criteria";
    const string Prefix = "group-";

    readonly ReadCache<IReadOnlyList<SuperUserCriteria>> cache = new(1, clock, TimeSpan.FromMinutes(10));

    /// <summary>The criteria of the group; null when there are none.</summary>
    public async Task<SuperUserCriteria?> FindAsync(string groupId) => (await FindRowAsync(groupId))?.Value;

    /// <summary>All criteria, at most ten minutes old.</summary>
    public async Task<IReadOnlyList<SuperUserCriteria>> AllAsync() =>
        (await cache.FindAsync(Partition, async _ =>
            [.. (await table.AllAsync<SuperUserCriteria>(Partition, Prefix)).Select(row => row.Value)]))!;

    /// <summary>
    /// Publishes the criteria in place of those before, and returns those that are stored; null when as many groups
    /// have criteria as may. The same criteria again change nothing.
    /// </summary>
    public async Task<SuperUserCriteria?> PutAsync(SuperUserCriteria criteria, ExpectedVersion? expected)
    {
        var stored = await locks.RunAsync(Partition, () => table.RetryAsync(() => TryPutAsync(criteria, expected)));
        cache.Forget(Partition);
        return stored;
    }

    public async Task DeleteAsync(string groupId)
    {
        await table.DeleteIfExistsAsync(Partition, [Prefix + groupId]);
        cache.Forget(Partition);
    }

    async Task<SuperUserCriteria?> TryPutAsync(SuperUserCriteria criteria, ExpectedVersion? expected)
    {
        var read = await FindRowAsync(criteria.GroupId);
        // There is no version of criteria that do not exist.
        if (expected is not null && read is null) throw new StaleVersionException();
        if (read is not null) expected?.Verify(read.Value);
        if (read?.Value.IsSameAs(criteria) is true) return read.Value;
        if (read is null && (await table.AllAsync<SuperUserCriteria>(Partition, Prefix)).Count >= MaxGroups)
            return null;
        await table.CommitAsync(Row.Write(Partition, Prefix + criteria.GroupId, criteria, read));
        return criteria;
    }

    Task<Stored<SuperUserCriteria>?> FindRowAsync(string groupId) =>
        table.FindAsync<SuperUserCriteria>(Partition, Prefix + groupId);

    /// <inheritdoc />
    public void Dispose() => cache.Dispose();
}
