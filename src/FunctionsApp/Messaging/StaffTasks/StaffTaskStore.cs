using Community.Messaging.StaffTasks;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.StaffTasks;

/// <summary>
/// The staff inbox: one partition, because people write slowly; open tasks in order of their due time, done tasks in
/// order of their completion. A row under the id of a task refers to it; a task changes its row in one transaction.
/// </summary>
public sealed class StaffTaskStore(StaffTasksTable table)
{
    const string Inbox = "inbox";
    const string IdPrefix = "id-";

    /// <summary>Adds the task unless a task of the same effect exists.</summary>
    public Task AddAsync(StaffTask task) => table.TryAddAsync(
        Row.Add(Inbox, IdPrefix + task.Id, KeyOf(task)), Row.Add(Inbox, KeyOf(task), task));

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
                await table.CommitAsync(
                    Row.Delete(Inbox, read.RowKey, read.ETag),
                    Row.Add(Inbox, KeyOf(after), after),
                    Row.Put(Inbox, IdPrefix + taskId, KeyOf(after)));
            }
            else if (after != read.Value)
            {
                await table.CommitAsync(Row.Write(Inbox, read.RowKey, after, read));
            }

            return new Decided<StaffTask, StaffTaskEvent>(after, events);
        });

    /// <summary>The open tasks of a group, found among all open tasks, whose number is small.</summary>
    public async Task<IReadOnlyList<StaffTask>> OpenOfGroupAsync(string groupId) =>
        [.. (await table.AllAsync<StaffTask>(Inbox, PrefixOf(StaffTaskStatus.Open)))
            .Select(task => task.Value)
            .Where(task => task.GroupId == groupId)];

    /// <summary>One page of the tasks of a status.</summary>
    public async Task<Slice<StaffTask>> PageAsync(StaffTaskStatus status, int size, string? continuation) =>
        (await table.PageAsync<StaffTask>(Inbox, PrefixOf(status), size, continuation)).Map(task => task.Value);

    static string KeyOf(StaffTask task) =>
        $"{PrefixOf(task.Status)}{(task.DoneAt ?? task.DueAt).UtcTicks:d19}-{task.Id}";

    static string PrefixOf(StaffTaskStatus status) => status is StaffTaskStatus.Open ? "open-" : "done-";
}
