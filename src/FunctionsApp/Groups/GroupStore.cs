using Community.Groups;
using Community.Groups.Members;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Groups;

/// <summary>Groups and their members: one partition a group, so that a member and the count change in one transaction.</summary>
public sealed class GroupStore(GroupsTable table, IdCatalog catalog)
{
    const string Kind = "groups";
    internal const string GroupRow = "group";
    internal const string MemberPrefix = "member-";
    const string CampaignPrefix = "campaign-";

    /// <summary>The group; null when there is none.</summary>
    public Task<Stored<Group>?> FindAsync(string groupId) => table.FindAsync<Group>(groupId, GroupRow);

    /// <summary>The member as the channel told of them; null when it never did.</summary>
    public async Task<Member?> FindMemberAsync(string groupId, string memberId) =>
        (await table.FindAsync<Member>(groupId, MemberPrefix + memberId))?.Value;

    /// <summary>
    /// Stores a new group, with whoever the channel said was in it before it was chartered; false, and the group that stands, when the id is taken.
    /// </summary>
    public async Task<(bool Made, Stored<Group> Group)> CreateAsync(Group group, string fingerprint)
    {
        await catalog.AddAsync(Kind, group.Id);
        var made = await table.TryAddAsync(Row.Add(group.Id, GroupRow, group, fingerprint));
        await RecountAsync(group.Id);
        return (made, (await FindAsync(group.Id))!);
    }

    /// <summary>One page of groups, in order of id.</summary>
    public Task<Slice<Group>> PageAsync(int size, string? continuation) =>
        catalog.PageAsync(Kind, size, continuation, async id => (await FindAsync(id))?.Value);

    /// <summary>One page of everyone who ever was in the group, in order of id.</summary>
    public async Task<Slice<Member>> MembersAsync(string groupId, int size, string? continuation) =>
        (await table.PageAsync<Member>(groupId, MemberPrefix, size, continuation)).Map(member => member.Value);

    /// <summary>Everyone in the group: bounded by its capacity, and by those who left.</summary>
    public async Task<IReadOnlyList<Member>> AllMembersAsync(string groupId) =>
        [.. (await table.AllAsync<Member>(groupId, MemberPrefix)).Select(member => member.Value)];

    /// <summary>Decides on the group's life and stores what came of it; null when there is no such group.</summary>
    public Task<Group?> DecideAsync(string groupId, GroupCommand command) => table.RetryAsync(async () =>
    {
        if (await FindAsync(groupId) is not { } read) return null;
        var events = GroupRules.Decide(command, read.Value);
        var after = events.Aggregate(read.Value, GroupRules.Evolve);
        if (events.Count > 0) await table.CommitAsync(Row.Write(groupId, GroupRow, after, read));
        return after;
    });

    /// <summary>Notes that the campaign fills this group, so that it hears when the group is full.</summary>
    public Task AddCampaignAsync(string groupId, string campaignId) => table.CommitAsync(Row.Put(groupId, CampaignPrefix + campaignId, campaignId));

    /// <summary>The campaigns that fill this group.</summary>
    public async Task<IReadOnlyList<string>> CampaignsAsync(string groupId) =>
        [.. (await table.AllAsync<string>(groupId, CampaignPrefix)).Select(campaign => campaign.Value)];

    /// <summary>Counts who is in the group, where it has been chartered.</summary>
    public Task RecountAsync(string groupId) => table.RetryAsync(async () =>
    {
        if (await FindAsync(groupId) is not { } read) return false;
        var recounted = read.Value.WithMembers((await AllMembersAsync(groupId)).Count(member => member.IsPresent));
        if (recounted != read.Value) await table.CommitAsync(Row.Write(groupId, GroupRow, recounted, read));
        return true;
    });
}
