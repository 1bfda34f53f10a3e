using Azure;
using Azure.Data.Tables;
using Community.Messaging.StaffTasks;
using Community.Platform;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.StaffTasks;

/// <summary>
/// The staff inbox: one partition, because people write slowly; open tasks in order of their due time, done tasks in
/// order of their completion. A row under the id of a task refers to it, and while the task is open another row under
/// its group and member. The rows of a task change in one transaction.
/// </summary>
public sealed class StaffTaskStore(StaffTasksTable table)
{
    const string Inbox = "inbox";
    const string IdPrefix = "id-";
    const string GroupPrefix = "group-";

    /// <summary>Adds the task unless a task of the same effect exists.</summary>
    public Task AddAsync(StaffTask task)
    {
        List<TableTransactionAction> rows =
            [Row.Add(Inbox, IdPrefix + task.Id, KeyOf(task)), Row.Add(Inbox, KeyOf(task), task)];
        if (GroupKeyOf(task) is { } key) rows.Add(Row.Add(Inbox, key, task.Id));
        return table.TryAddAsync(rows);
    }

    /// <summary>The task; null when there is none.</summary>
    public async Task<Stored<StaffTask>?> FindAsync(string taskId) =>
        await table.FindAsync<string>(Inbox, IdPrefix + taskId) is { } key
            ? await table.FindAsync<StaffTask>(Inbox, key.Value)
            : null;

    /// <summary>Decides on the task and stores the result; null when there is no such task.</summary>
    public Task<Decided<StaffTask, StaffTaskEvent>?> DecideAsync(string taskId, StaffTaskCommand command) =>
        table.RetryAsync(async () =>
        {
            if (await FindAsync(taskId) is not { } read) return null;
            var events = StaffTaskRules.Decide(command, read.Value);
            var after = events.Aggregate(read.Value, StaffTaskRules.Evolve);
            if (KeyOf(after) != read.RowKey)
            {
                List<TableTransactionAction> rows =
                [
                    Row.Delete(Inbox, read.RowKey, read.ETag),
                    Row.Add(Inbox, KeyOf(after), after),
                    Row.Put(Inbox, IdPrefix + taskId, KeyOf(after)),
                ];
                if (GroupKeyOf(after) is { } key) rows.Add(Row.Delete(Inbox, key, ETag.All));
                await table.CommitAsync(rows);
            }
            else if (after != read.Value)
            {
                await table.CommitAsync(Row.Write(Inbox, read.RowKey, after, read));
            }

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

    static string GroupKeyPrefix(string groupId) => $"{GroupPrefix}{groupId}~";

    // A digest, because ids of members hold any character and are long.
    static string MemberPart(string memberId) => $"{EffectKey.Digest(memberId)}~";

    static string? GroupKeyOf(StaffTask task) => task.GroupId is not { } group
        ? null
        : $"{GroupKeyPrefix(group)}{(task.MemberId is { } member ? MemberPart(member) : "")}{task.Id}";

    static string KeyOf(StaffTask task) =>
        $"{PrefixOf(task.Status)}{(task.DoneAt ?? task.DueAt).UtcTicks:d19}-{task.Id}";

    static string PrefixOf(StaffTaskStatus status) => status is StaffTaskStatus.Open ? "open-" : "done-";
}
