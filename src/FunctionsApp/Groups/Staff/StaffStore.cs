using Community.Groups.Staff;
using Community.Platform;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Groups.Staff;

/// <summary>Staff members. A row is written once and does not change.</summary>
public sealed class StaffStore(StaffTable table, IdCatalog catalog)
{
    const string Kind = "staff";
    const string StaffRow = "staff";

    /// <summary>The staff member; null when there is none.</summary>
    public Task<Stored<StaffMember>?> FindAsync(string staffId) => table.FindAsync<StaffMember>(staffId, StaffRow);

    /// <summary>Stores a new staff member, or finds the one that has the id.</summary>
    public async Task<(bool IsNew, Stored<StaffMember> Document)> CreateAsync(StaffMember staff, string fingerprint)
    {
        await catalog.AddAsync(Kind, staff.Id);
        var isNew = await table.TryCommitAsync(Row.Add(staff.Id, StaffRow, staff, fingerprint));
        return (isNew, (await FindAsync(staff.Id))!);
    }

    /// <summary>The fault of a group's owner that is no staff member; null for a known one and for none.</summary>
    public async Task<Refusal?> OwnerFaultAsync(string? owner) => owner is null || await FindAsync(owner) is not null
        ? null
        : Refusal.Invalid("owner", $"there is no staff member {owner}.");

    /// <summary>One page of staff members in order of id.</summary>
    public Task<Slice<StaffMember>> PageAsync(int size, string? continuation) =>
        catalog.PageAsync(Kind, size, continuation, async id => (await FindAsync(id))?.Value);
}
