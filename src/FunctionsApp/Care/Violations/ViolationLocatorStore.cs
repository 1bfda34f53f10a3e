using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.Violations;

/// <summary>
/// What leads to violations without their member: a partition for each id, and the lists of a group and of all groups,
/// the newest first. A row is written before the violation, so that one that was never stored has rows for a while.
/// </summary>
public sealed class ViolationLocatorStore(CareTable table)
{
    const string IdPartition = "violation-id~";
    const string LocatorRow = "locator";
    const string AllPartition = "violation-list";
    const string GroupPartition = "violation-group~";

    /// <summary>The locator of the id; null when there is none.</summary>
    public async Task<ViolationLocator?> FindAsync(string id) =>
        (await table.FindAsync<ViolationLocator>(IdPartition + id, LocatorRow))?.Value;

    /// <summary>
    /// Gives the id to the violation and lists it; returns who has the id, which may be another violation.
    /// </summary>
    public async Task<ViolationLocator> ReserveAsync(ViolationLocator wanted)
    {
        var locator = await table.TryCommitAsync(Row.Add(IdPartition + wanted.Id, LocatorRow, wanted))
            ? wanted
            : await FindAsync(wanted.Id) ?? wanted;
        foreach (var list in ListsOf(locator)) await table.CommitAsync(Row.Put(list, locator.RowKey(), locator));
        return locator;
    }

    /// <summary>One page of the list of a group, or of all groups for null.</summary>
    public async Task<Slice<ViolationLocator>> PageAsync(string? groupId, int size, string? continuation)
    {
        var list = groupId is null ? AllPartition : GroupPartition + groupId;
        return (await table.PageAsync<ViolationLocator>(list, ViolationLocator.Prefix, size, continuation))
            .Map(row => row.Value);
    }

    /// <summary>Deletes what leads to a violation that is deleted. The id goes last, for a repeat.</summary>
    public async Task ReleaseAsync(ViolationLocator locator)
    {
        foreach (var list in ListsOf(locator)) await table.DeleteIfExistsAsync(list, [locator.RowKey()]);
        await table.DeleteIfExistsAsync(IdPartition + locator.Id, [LocatorRow]);
    }

    static string[] ListsOf(ViolationLocator locator) => [GroupPartition + locator.GroupId, AllPartition];
}
