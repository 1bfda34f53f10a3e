using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Community.Groups;
using Community.Groups.Members;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Groups;

/// <summary>
/// Groups and their members, in a partition for each group, so that member and count change in one transaction.
/// </summary>
public sealed class GroupStore(GroupsTable table, IdCatalog catalog, KeyedLock locks, IGroupFollowUp followUp)
{
    /// <summary>The kind of groups in <see cref="IdCatalog"/>.</summary>
    public const string CatalogKind = "groups";

    internal const string GroupRow = "group";
    internal const string MemberPrefix = "member-";
    const string MemberEnd = "member."; // After every key with the prefix.
    const string CampaignPrefix = "campaign-";
    const string HistoryPrefix = "history-";

    readonly DecidedDocument<Group, GroupCommand, GroupEvent> documents =
        new(table, catalog, locks, new(CatalogKind, GroupRow, GroupRules.Decide, GroupRules.Evolve));

    /// <summary>The group; null when there is none.</summary>
    public Task<Stored<Group>?> FindAsync(string groupId) => documents.FindAsync(groupId);

    /// <summary>The group without its version; null when there is none.</summary>
    public async Task<Group?> LookUpAsync(string groupId) => (await FindAsync(groupId))?.Value;

    /// <summary>
    /// The group, null when there is none, and the campaigns that fill it, with one request. Their rows and the few
    /// between them are neighbours.
    /// </summary>
    public async Task<(Stored<Group>? Group, IReadOnlyList<string> CampaignIds)> FindWithCampaignsAsync(string groupId)
    {
        var rows = await table.BetweenAsync<JsonElement>(groupId, CampaignPrefix, GroupRow);
        var campaigns = rows
            .TakeWhile(row => row.RowKey.StartsWith(CampaignPrefix, StringComparison.Ordinal))
            .Select(row => row.Value.GetString()!);
        return (rows is [.., { RowKey: GroupRow } group] ? group.As<Group>() : null, [.. campaigns]);
    }

    /// <summary>
    /// The group, null when there is none, and all present and former members, with one request for each 1,000 rows.
    /// The history, which few groups have much of, lies between them.
    /// </summary>
    public async Task<(Group? Group, IReadOnlyList<Member> Members)> FindWithMembersAsync(string groupId)
    {
        var rows = await table.BetweenAsync<JsonElement>(groupId, GroupRow, MemberEnd);
        return (
            rows is [{ RowKey: GroupRow } group, ..] ? group.As<Group>().Value : null,
            [
                .. rows
                    .Where(row => row.RowKey.StartsWith(MemberPrefix, StringComparison.Ordinal))
                    .Select(row => row.As<Member>().Value),
            ]);
    }

    /// <summary>The member; null when the channel reported nothing about this person.</summary>
    public async Task<Member?> FindMemberAsync(string groupId, string memberId) =>
        (await table.FindAsync<Member>(groupId, MemberPrefix + memberId))?.Value;

    /// <summary>
    /// Stores a new group and counts the members whom the channel reported before. The result is false and the stored
    /// group when the id is taken.
    /// </summary>
    public async Task<(bool IsNew, Stored<Group> Document)> CreateAsync(Group group, string fingerprint)
    {
        var (isNew, document) = await documents.CreateAsync(group.Id, group, fingerprint);
        if (isNew && group.OpenedAt is not null) await followUp.FollowAsync(group.Id);
        return (isNew, document with { Value = await RecountAsync(group.Id) ?? document.Value });
    }

    /// <summary>One page of groups in order of id.</summary>
    public Task<Slice<Group>> PageAsync(int size, string? continuation) => documents.PageAsync(size, continuation);

    /// <summary>One page of the ids of groups, in order.</summary>
    public Task<Slice<string>> IdsAsync(int size, string? continuation) =>
        catalog.PageAsync(CatalogKind, size, continuation, Task.FromResult<string?>);

    /// <summary>One page of present and former members in order of id.</summary>
    public async Task<Slice<Member>> MembersAsync(string groupId, int size, string? continuation) =>
        (await table.PageAsync<Member>(groupId, MemberPrefix, size, continuation)).Map(member => member.Value);

    /// <summary>All present and former members; the capacity of the group and the leaves bound their number.</summary>
    public async Task<IReadOnlyList<Member>> AllMembersAsync(string groupId) =>
        [.. (await table.AllAsync<Member>(groupId, MemberPrefix)).Select(member => member.Value)];

    /// <summary>Decides on the group and stores the result; null when there is no such group.</summary>
    public async Task<Group?> DecideAsync(string groupId, GroupCommand command) =>
        (await ChangeAsync(groupId, command))?.After;

    /// <summary>
    /// As <see cref="DecideAsync"/>, with the events. An entry of the history is stored in the same transaction.
    /// </summary>
    public async Task<Decided<Group, GroupEvent>?> ChangeAsync(
        string groupId, GroupCommand command, ExpectedVersion? expected = null)
    {
        var decided = await documents.DecideAsync(groupId, _ => command, HistoryRows, expected);
        if (decided?.Events.Any(ChangesCalendar) is true) await followUp.FollowAsync(groupId);
        return decided;
    }

    /// <summary>One page of the history, newest first.</summary>
    public async Task<Slice<GroupChange>> HistoryAsync(string groupId, int size, string? continuation) =>
        (await table.PageAsync<GroupChange>(groupId, HistoryPrefix, size, continuation)).Map(change => change.Value);

    /// <summary>Stores that the campaign fills this group, so that joins and leaves reach the campaign.</summary>
    public Task AddCampaignAsync(string groupId, string campaignId) =>
        table.CommitAsync(Row.Put(groupId, CampaignPrefix + campaignId, campaignId));

    /// <summary>The campaigns that fill this group.</summary>
    public async Task<IReadOnlyList<string>> CampaignsAsync(string groupId) =>
        [.. (await table.AllAsync<string>(groupId, CampaignPrefix)).Select(campaign => campaign.Value)];

    /// <summary>Counts the present members and stores the count; null when the group has no charter.</summary>
    public Task<Group?> RecountAsync(string groupId) => table.RetryAsync(async () =>
    {
        if (await FindAsync(groupId) is not { } read) return null;
        var members = await AllMembersAsync(groupId);
        var recounted = read.Value.WithMemberCount(members.Count(member => member.IsPresent));
        if (recounted != read.Value) await table.CommitAsync(Row.Write(groupId, GroupRow, recounted, read));
        return recounted;
    });

    static bool ChangesCalendar(GroupEvent happened) =>
        happened is GroupEvent.Opened
            or GroupEvent.JoinUrlChanged or GroupEvent.TagsChanged or GroupEvent.OwnerChanged;

    // Keys that decrease list the newest entry first.
    static IEnumerable<TableTransactionAction> HistoryRows(Group before, IReadOnlyList<GroupEvent> events) =>
        from recorded in events.OfType<GroupEvent.ChangeRecorded>()
        let number = (int.MaxValue - before.Changes).ToString("D10", CultureInfo.InvariantCulture)
        select Row.Add(before.Id, HistoryPrefix + number, recorded.Change);
}
