using Azure;
using Azure.Data.Tables;
using Community.Messaging.StaffTasks;
using Community.Platform;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.StaffTasks;

/// <summary>
/// The staff inbox: one partition, because people write slowly; open tasks in order of their due time, done tasks in
/// order of their completion. A row under the id of a task refers to it, and while the task is open further rows under
/// its group and member and under its owner. The rows of a task change in one transaction.
/// </summary>
public sealed class StaffTaskStore(StaffTasksTable table)
{
    const string Inbox = "inbox";
    const string IdPrefix = "id-";
    const string GroupPrefix = "group-";
    const string OwnerPrefix = "owner-";

    /// <summary>Adds the task unless a task of the same effect exists.</summary>
    public Task AddAsync(StaffTask task) => table.TryCommitAsync(
    [
        Row.Add(Inbox, IdPrefix + task.Id, KeyOf(task)),
        Row.Add(Inbox, KeyOf(task), task),
        .. IndexKeysOf(task).Select(key => Row.Add(Inbox, key, task.Id)),
    ]);

    /// <summary>The task; null when there is none.</summary>
    public async Task<Stored<StaffTask>?> FindAsync(string taskId)
    {
        string? missed = null;
        while (await table.FindAsync<string>(Inbox, IdPrefix + taskId) is { Value: var key } && key != missed)
        {
            if (await table.FindAsync<StaffTask>(Inbox, key) is { } task) return task;
            missed = key; // another writer moved the task between the two reads
        }

        return null;
    }

    /// <summary>Decides on the task and stores the result; null when there is no such task.</summary>
    public Task<Decided<StaffTask, StaffTaskEvent>?> DecideAsync(string taskId, StaffTaskCommand command) =>
        table.RetryAsync(async () =>
        {
            if (await FindAsync(taskId) is not { } read) return null;
            var events = StaffTaskRules.Decide(command, read.Value);
            var after = events.Aggregate(read.Value, StaffTaskRules.Evolve);
            if (after != read.Value) await table.CommitAsync(ChangesOf(read, after));

            return new Decided<StaffTask, StaffTaskEvent>(after, events);
        });

    /// <summary>The ids of the open tasks of a group, or of one member of it.</summary>
    public async Task<IReadOnlyList<string>> OpenOfGroupAsync(string groupId, string? memberId = null)
    {
        var prefix = memberId is null ? GroupKeyPrefix(groupId) : GroupKeyPrefix(groupId) + MemberPart(memberId);
        return [.. (await table.AllAsync<string>(Inbox, prefix)).Select(row => row.Value)];
    }

    /// <summary>One page of the tasks of a status.</summary>
    public async Task<Slice<StaffTask>> PageAsync(StaffTaskStatus status, int size, string? continuation) =>
        (await table.PageAsync<StaffTask>(Inbox, PrefixOf(status), size, continuation)).Map(task => task.Value);

    /// <summary>One page of the open tasks of an owner, the most urgent first.</summary>
    public async Task<Slice<StaffTask>> PageOfOwnerAsync(string owner, int size, string? continuation)
    {
        var page = await table.PageAsync<string>(Inbox, OwnerKeyPrefix(owner), size, continuation);
        var found = await Task.WhenAll(page.Items.Select(row => FindAsync(row.Value)));
        return new([.. found.OfType<Stored<StaffTask>>().Select(task => task.Value)], page.Continuation);
    }

    /// <summary>
    /// Deletes tasks that were done before the instant, at most <paramref name="budget"/>, oldest first.
    /// </summary>
    public Task ForgetAsync(DateTimeOffset horizon, int budget) => table.ForgetAsync<StaffTask>(
        Inbox, PrefixOf(StaffTaskStatus.Done), budget, task => task.DoneAt < horizon, DeletionOf);

    static TableTransactionAction[] DeletionOf(Stored<StaffTask> done) =>
        [Row.Delete(Inbox, done.RowKey, done.ETag), Row.Delete(Inbox, IdPrefix + done.Value.Id, ETag.All)];

    static string GroupKeyPrefix(string groupId) => $"{GroupPrefix}{groupId}~";

    // A digest, because ids of members hold any character and are long.
    static string MemberPart(string memberId) => $"{EffectKey.Digest(memberId)}~";

    static string OwnerKeyPrefix(string owner) => $"{OwnerPrefix}{owner}~";

    // An index holds open tasks only.
    static IEnumerable<string> IndexKeysOf(StaffTask task)
    {
        if (task.Status is not StaffTaskStatus.Open) yield break;
        if (task.GroupId is { } group)
            yield return GroupKeyPrefix(group) + (task.MemberId is { } member ? MemberPart(member) : "") + task.Id;
        if (task.Owner is { } owner) yield return $"{OwnerKeyPrefix(owner)}{task.DueAt.UtcTicks:d19}-{task.Id}";
    }

    static List<TableTransactionAction> ChangesOf(Stored<StaffTask> read, StaffTask after)
    {
        var (before, key) = (read.Value, KeyOf(after));
        var (indexBefore, indexAfter) = (IndexKeysOf(before).ToList(), IndexKeysOf(after).ToList());
        List<TableTransactionAction> rows = key == read.RowKey
            ? [Row.Write(Inbox, key, after, read)]
            :
            [
                Row.Delete(Inbox, read.RowKey, read.ETag),
                Row.Add(Inbox, key, after),
                Row.Put(Inbox, IdPrefix + after.Id, key),
            ];
        rows.AddRange(indexBefore.Except(indexAfter).Select(gone => Row.Delete(Inbox, gone, ETag.All)));
        rows.AddRange(indexAfter.Except(indexBefore).Select(made => Row.Put(Inbox, made, after.Id)));
        return rows;
    }

    static string KeyOf(StaffTask task) =>
        $"{PrefixOf(task.Status)}{(task.DoneAt ?? task.DueAt).UtcTicks:d19}-{task.Id}";

    static string PrefixOf(StaffTaskStatus status) => status is StaffTaskStatus.Open ? "open-" : "done-";
}
