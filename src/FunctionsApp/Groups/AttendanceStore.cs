using Azure.Data.Tables;
using Community.Groups;
using Community.Groups.Members;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Groups;

/// <summary>How a group and a person in it stand after some news of them, and the campaigns that fill the group.</summary>
public sealed record AttendanceResult(Group Group, Member Member, IReadOnlyList<string> CampaignIds);

/// <summary>
/// Who is in which group: in the group's partition, so that members and the count change in one transaction. News that arrives while
/// a group is written to is decided together and stored in one transaction: a crowd at one door waits for few writes, not for one after the other.
/// </summary>
public sealed class AttendanceStore
{
    // A transaction holds a hundred rows: these, and the group.
    const int MaxTogether = 99;

    readonly GroupsTable table;
    readonly GroupStore groups;
    readonly BatchingWriter<PendingCommand, AttendanceResult?> together;

    /// <summary>Over these tables.</summary>
    public AttendanceStore(GroupsTable table, GroupStore groups)
    {
        (this.table, this.groups) = (table, groups);
        together = new(MaxTogether, DecideAsync);
    }

    /// <summary>
    /// Decides on a person's place and stores member and group together; how both stand afterwards. Null when nobody has chartered
    /// the group: the person is kept, and counted when somebody does.
    /// </summary>
    public Task<AttendanceResult?> DecideAsync(string groupId, string memberId, AttendanceCommand command) => together.SubmitAsync(groupId, new(memberId, command));

    async Task<IReadOnlyList<AttendanceResult?>> DecideAsync(string groupId, IReadOnlyList<PendingCommand> news)
    {
        // Most who join are new: the first try adds their rows without looking, and meets a conflict where it was wrong.
        var after = await table.RetryAsync(mayBeNew => DecideOnceAsync(groupId, news, mayBeNew));
        if (after is null)
        {
            await groups.RecountAsync(groupId); // the group may have been chartered between the reading and the writing
            return new AttendanceResult?[news.Count];
        }

        var moved = news.Any(one => one.Command is AttendanceCommand.Join or AttendanceCommand.Leave);
        var campaigns = moved ? await groups.CampaignsAsync(groupId) : [];
        return [.. after.Select(one => new AttendanceResult(one.Group, one.Member, campaigns))];
    }

    async Task<IReadOnlyList<Attendance>?> DecideOnceAsync(string groupId, IReadOnlyList<PendingCommand> news, bool mayBeNew)
    {
        var reads = news.GroupBy(one => one.MemberId, (memberId, told) => ReadAsync(groupId, memberId, mayBeNew && told.First().Command is AttendanceCommand.Join));
        var group = groups.FindAsync(groupId);
        var known = await Task.WhenAll(reads);
        var read = await group;
        var members = known.ToDictionary(one => one.MemberId, one => one.Member, StringComparer.Ordinal);
        List<Attendance> after = [];
        var current = read?.Value ?? Group.Unchartered(groupId);
        foreach (var (memberId, command) in news)
        {
            var before = new Attendance(current, members[memberId]);
            after.Add(AttendanceRules.Decide(command, before).Aggregate(before, AttendanceRules.Evolve));
            (current, members[memberId]) = after[^1];
        }

        List<TableTransactionAction> rows =
        [
            .. known.Where(one => members[one.MemberId] != one.Member)
                .Select(one => Row.Write(groupId, GroupStore.MemberPrefix + one.MemberId, members[one.MemberId], one.Read)),
        ];
        if (read is not null && current != read.Value) rows.Add(Row.Write(groupId, GroupStore.GroupRow, current, read));
        if (rows.Count > 0) await table.CommitAsync(rows);
        return read is null ? null : after;
    }

    async Task<(string MemberId, Stored<Member>? Read, Member Member)> ReadAsync(string groupId, string memberId, bool isNew)
    {
        var read = isNew ? null : await table.FindAsync<Member>(groupId, GroupStore.MemberPrefix + memberId);
        return (memberId, read, read?.Value ?? new Member(groupId, memberId));
    }

    sealed record PendingCommand(string MemberId, AttendanceCommand Command);
}
