using Azure.Data.Tables;
using Community.Care.SuperUsers;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.SuperUsers;

/// <summary>
/// The people in view of the criteria of a group, in the partition of the group. Their counts change in the same
/// transaction.
/// </summary>
public sealed class SuperUserStore(SuperUsersTable table, KeyedLock locks, TimeProvider clock)
{
    const string PersonPrefix = "person-";
    const string CountsRow = "counts";

    /// <summary>The person; null when nothing is known of them.</summary>
    public async Task<SuperUser?> FindAsync(string groupId, string memberId) =>
        (await table.FindAsync<SuperUser>(groupId, PersonPrefix + memberId))?.Value;

    public async Task<MixCounts> CountsAsync(string groupId) =>
        (await table.FindAsync<MixCounts>(groupId, CountsRow))?.Value ?? MixCounts.None;

    /// <summary>
    /// One page of the people with a status, of all for null, in order of id. A page may hold fewer than
    /// <paramref name="size"/> and still have a continuation.
    /// </summary>
    public async Task<Slice<SuperUser>> PageAsync(
        string groupId, SuperUserStatus? status, int size, string? continuation)
    {
        var page = await table.PageAsync<SuperUser>(
            groupId,
            PersonPrefix,
            size,
            continuation,
            status is null ? null : user => user.Status == status);
        return page.Map(row => row.Value);
    }

    /// <summary>
    /// Decides on a person and stores the result; a refusal stores nothing. <paramref name="beforeStored"/> runs before
    /// the events are stored, and again when another writer was quicker.
    /// </summary>
    public Task<Decided<SuperUser, SuperUserEvent>> DecideAsync(
        string groupId,
        string memberId,
        IReadOnlyList<SuperUserCommand> commands,
        Func<Decided<SuperUser, SuperUserEvent>, Task>? beforeStored = null) =>
        // The counts make all writers of a group meet.
        locks.RunAsync($"super-users {groupId}", () => table.RetryAsync(async () =>
        {
            var read = await table.FindAsync<SuperUser>(groupId, PersonPrefix + memberId);
            var before = read?.Value ?? new SuperUser(groupId, memberId, clock.GetUtcNow());
            var decided = Decide(commands, before);
            if (decided.After == before || decided.Events is [.., SuperUserEvent.Refused]) return decided;
            if (beforeStored is not null) await beforeStored(decided);
            await WriteAsync(before, decided.After, read);
            return decided;
        }));

    /// <summary>Deletes everything about the group.</summary>
    public async Task ForgetAsync(string groupId)
    {
        await table.DeleteAllAsync(groupId, PersonPrefix);
        await table.DeleteIfExistsAsync(groupId, [CountsRow]);
    }

    async Task WriteAsync(SuperUser before, SuperUser after, Stored<SuperUser>? read)
    {
        var key = PersonPrefix + after.MemberId;
        List<TableTransactionAction> rows = [];
        if (after.IsKept) rows.Add(Row.Write(after.GroupId, key, after, read));
        else if (read is not null) rows.Add(Row.Delete(after.GroupId, key, read.ETag));
        var counts = await table.FindAsync<MixCounts>(after.GroupId, CountsRow);
        var counted = counts?.Value ?? MixCounts.None;
        if (counted.After(before, after) is var changed && changed != counted)
            rows.Add(Row.Write(after.GroupId, CountsRow, changed, counts));
        if (rows.Count > 0) await table.CommitAsync(rows);
    }

    static Decided<SuperUser, SuperUserEvent> Decide(IEnumerable<SuperUserCommand> commands, SuperUser before)
    {
        List<SuperUserEvent> events = [];
        var user = before;
        foreach (var command in commands)
        {
            var happened = SuperUserRules.Decide(command, user);
            events.AddRange(happened);
            user = happened.Aggregate(user, SuperUserRules.Evolve);
        }

        return new Decided<SuperUser, SuperUserEvent>(user, events);
    }
}
