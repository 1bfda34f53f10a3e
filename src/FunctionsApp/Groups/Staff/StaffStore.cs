using Community.Groups;
using Community.Groups.Staff;
using Community.Platform;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Groups.Staff;

/// <summary>Staff members, who are found by their id and by their account on WeCom.</summary>
public sealed class StaffStore(StaffTable table, IdCatalog catalog)
{
    const string Kind = "staff";
    const string StaffRow = "staff";

    // No id of a staff member has such a character.
    const string AccountPrefix = "$account-";
    const string OwnerPrefix = "staff-";

    /// <summary>The staff member; null when there is none.</summary>
    public Task<Stored<StaffMember>?> FindAsync(string staffId) => table.FindAsync<StaffMember>(staffId, StaffRow);

    /// <summary>Stores a new staff member, or finds the one that has the id.</summary>
    public async Task<(bool IsNew, Stored<StaffMember> Document)> CreateAsync(StaffMember staff, string fingerprint)
    {
        await catalog.AddAsync(Kind, staff.Id);
        await AddAccountAsync(staff);
        var isNew = await table.TryCommitAsync(Row.Add(staff.Id, StaffRow, staff, fingerprint));
        return (isNew, (await FindAsync(staff.Id))!);
    }

    /// <summary>
    /// Edits a staff member; null when there is none. Throws <see cref="StaleVersionException"/> when the staff member
    /// is not the <paramref name="expected"/> version.
    /// </summary>
    public Task<StaffMember?> EditAsync(
        string staffId, Func<StaffMember, StaffMember> edit, ExpectedVersion? expected) => table.RetryAsync(async () =>
    {
        if (await FindAsync(staffId) is not { } read) return null;
        expected?.Verify(read.Value);
        var after = edit(read.Value);
        await AddAccountAsync(after);
        if (after != read.Value) await table.CommitAsync(Row.Write(staffId, StaffRow, after, read));
        return after;
    });

    /// <summary>
    /// Who has the account on WeCom now, the first of several; null when nobody has it. The platform does not tell
    /// capital letters of accounts from small ones.
    /// </summary>
    public async Task<StaffMember?> FindByAccountAsync(string weComUserId)
    {
        var ids = await table.AllAsync<string>(AccountKey(weComUserId), OwnerPrefix);
        var found = await Task.WhenAll(ids.Select(row => FindAsync(row.Value)));
        return found.Select(staff => staff?.Value)
            .OfType<StaffMember>()
            .Where(staff => staff.HasAccount(weComUserId))
            .OrderBy(staff => staff.CreatedAt)
            .FirstOrDefault();
    }

    /// <summary>The fault of a group's owner that is no staff member; null for a known one and for none.</summary>
    public async Task<Refusal?> OwnerFaultAsync(string? owner) => owner is null || await FindAsync(owner) is not null
        ? null
        : Refusal.Invalid("owner", $"there is no staff member {owner}.");

    /// <summary>
    /// The fault of the first deputy who is no staff member; null when all are. Those who are <paramref name="known"/>
    /// are about to be stored.
    /// </summary>
    public async Task<Refusal?> DeputyFaultAsync(IReadOnlyList<Deputy> deputies, IReadOnlySet<string>? known = null)
    {
        for (var i = 0; i < deputies.Count; i++)
        {
            var id = deputies[i].StaffId;
            if (known?.Contains(id) is not true && await FindAsync(id) is null)
                return Refusal.Invalid($"charter.deputies[{i}].staffId", $"there is no staff member {id}.");
        }

        return null;
    }

    /// <summary>One page of staff members in order of id.</summary>
    public Task<Slice<StaffMember>> PageAsync(int size, string? continuation) =>
        catalog.PageAsync(Kind, size, continuation, async id => (await FindAsync(id))?.Value);

    // Before the staff member is stored. Rows of accounts that somebody had are passed over.
    Task AddAccountAsync(StaffMember staff) => staff.WeComUserId is { } account
        ? table.CommitAsync(Row.Put(AccountKey(account), OwnerPrefix + staff.Id, staff.Id))
        : Task.CompletedTask;

    static string AccountKey(string weComUserId) =>
        AccountPrefix + EffectKey.Digest(weComUserId.ToUpperInvariant());
}
