using Azure.Data.Tables;
using Community.Groups;
using Community.Groups.Members;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Groups;

/// <summary>The group and the member after a command, and the campaigns that fill the group.</summary>
public sealed record AttendanceResult(Group Group, Member Member, IReadOnlyList<string> CampaignIds);

/// <summary>
/// The members of groups, in the partition of the group, so that members and count change in one transaction. Commands
/// that arrive during a write to a group are stored in one transaction.
/// </summary>
public sealed class AttendanceStore
{
    // A transaction holds 100 rows: the members and the group.
    const int MaxMembersPerWrite = 99;

    readonly GroupsTable table;
    readonly GroupStore groups;
    readonly BatchingWriter<PendingCommand, AttendanceResult?> writer;

    public AttendanceStore(GroupsTable table, GroupStore groups)
    {
        (this.table, this.groups) = (table, groups);
        writer = new(MaxMembersPerWrite, DecideAllAsync);
    }

    /// <summary>
    /// Decides on a member and stores member and group together. The result is null for a group without a charter: the
    /// member is stored, and counted when the group gets its charter.
    /// </summary>
    public Task<AttendanceResult?> DecideAsync(string groupId, string memberId, AttendanceCommand command) =>
        writer.SubmitAsync(groupId, new PendingCommand(memberId, command));

    async Task<IReadOnlyList<AttendanceResult?>> DecideAllAsync(
        string groupId, IReadOnlyList<PendingCommand> commands)
    {
        // Most joins are of new members: the first attempt does not read them, and their rows conflict where they
        // exist.
        var decided = await table.RetryAsync(assumesNew => DecideOnceAsync(groupId, commands, assumesNew));
        if (decided is not null) return decided;
        await groups.RecountAsync(groupId); // the group may have got its charter between the read and the write
        return new AttendanceResult?[commands.Count];
    }

    async Task<IReadOnlyList<AttendanceResult>?> DecideOnceAsync(
        string groupId, IReadOnlyList<PendingCommand> commands, bool assumesNew)
    {
        var readingGroup = groups.FindWithCampaignsAsync(groupId);
        var members = await ReadMembersAsync(groupId, commands, assumesNew);
        if (await readingGroup is not ({ } group, var campaigns))
        {
            foreach (var (memberId, command) in commands) members[memberId].Decide(command);
            await CommitAsync(members.Values, groupRow: null);
            return null;
        }

        List<Attendance> decided = [];
        var current = group.Value;
        foreach (var (memberId, command) in commands)
        {
            decided.Add(members[memberId].Decide(command, current));
            current = decided[^1].Group;
        }

        var groupRow = current == group.Value ? null : Row.Write(groupId, GroupStore.GroupRow, current, group);
        await CommitAsync(members.Values, groupRow);
        return [.. decided.Select(after => new AttendanceResult(after.Group, after.Member, campaigns))];
    }

    async Task<Dictionary<string, MemberDraft>> ReadMembersAsync(
        string groupId, IReadOnlyList<PendingCommand> commands, bool assumesNew)
    {
        var drafts = await Task.WhenAll(commands
            .DistinctBy(item => item.MemberId, StringComparer.Ordinal)
            .Select(first => ReadMemberAsync(
                groupId, first.MemberId, isNew: assumesNew && first.Command is AttendanceCommand.Join)));
        return drafts.ToDictionary(draft => draft.Member.MemberId, StringComparer.Ordinal);
    }

    async Task<MemberDraft> ReadMemberAsync(string groupId, string memberId, bool isNew)
    {
        var read = isNew ? null : await table.FindAsync<Member>(groupId, GroupStore.MemberPrefix + memberId);
        return new MemberDraft(read, new Member(groupId, memberId));
    }

    async Task CommitAsync(IEnumerable<MemberDraft> members, TableTransactionAction? groupRow)
    {
        List<TableTransactionAction> rows = [.. members.Where(draft => draft.IsChanged).Select(draft => draft.ToRow())];
        if (groupRow is not null) rows.Add(groupRow);
        if (rows.Count > 0) await table.CommitAsync(rows);
    }

    sealed record PendingCommand(string MemberId, AttendanceCommand Command);

    sealed class MemberDraft(Stored<Member>? read, Member unknown)
    {
        public Member Member { get; private set; } = read?.Value ?? unknown;

        public bool IsChanged => Member != (read?.Value ?? unknown);

        public void Decide(AttendanceCommand command) =>
            Member = MemberRules.Decide(command, Member).Aggregate(Member, MemberRules.Evolve);

        public Attendance Decide(AttendanceCommand command, Group group)
        {
            var before = new Attendance(group, Member);
            var after = AttendanceRules.Decide(command, before).Aggregate(before, AttendanceRules.Evolve);
            Member = after.Member;
            return after;
        }

        public TableTransactionAction ToRow() =>
            Row.Write(Member.GroupId, GroupStore.MemberPrefix + Member.MemberId, Member, read);
    }
}
