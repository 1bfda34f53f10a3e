using Community.Messaging.StaffTasks;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.StaffTasks;

/// <summary>
/// The staff inbox: one partition, because people write to it, not machines; open tasks in order of their due time, done ones in order of
/// when they were done. Beside each task a row under its id leads to it; a task moves in one transaction.
/// </summary>
public sealed class StaffTaskStore(StaffTasksTable table)
{
    const string Inbox = "inbox";
    const string IdPrefix = "id-";

    /// <summary>Adds the task unless the same effect asked for the same task before.</summary>
    public Task AddAsync(StaffTask task) => table.TryAddAsync(Row.Add(Inbox, IdPrefix + task.Id, KeyOf(task)), Row.Add(Inbox, KeyOf(task), task));

    /// <summary>The task; null when there is none.</summary>
    public async Task<Stored<StaffTask>?> FindAsync(string taskId) =>
        await table.FindAsync<string>(Inbox, IdPrefix + taskId) is { } at ? await table.FindAsync<StaffTask>(Inbox, at.Value) : null;

    /// <summary>Decides on the task and stores what came of it; null when there is no such task.</summary>
    public Task<(StaffTask After, IReadOnlyList<StaffTaskEvent> Events)?> DecideAsync(string taskId, StaffTaskCommand command) =>
        table.RetryAsync<(StaffTask, IReadOnlyList<StaffTaskEvent>)?>(async () =>
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

            return (after, events);
        });

    /// <summary>The open tasks of a group. They are looked for among all open ones, of which there are never more than people can do.</summary>
    public async Task<IReadOnlyList<StaffTask>> OpenOfGroupAsync(string groupId) =>
        [.. (await table.AllAsync<StaffTask>(Inbox, PrefixOf(StaffTaskStatus.Open))).Select(task => task.Value).Where(task => task.GroupId == groupId)];

    /// <summary>One page of the tasks of a status.</summary>
    public async Task<Slice<StaffTask>> PageAsync(StaffTaskStatus status, int size, string? continuation) =>
        (await table.PageAsync<StaffTask>(Inbox, PrefixOf(status), size, continuation)).Map(task => task.Value);

    static string KeyOf(StaffTask task) => $"{PrefixOf(task.Status)}{(task.DoneAt ?? task.DueAt).UtcTicks:d19}-{task.Id}";

    static string PrefixOf(StaffTaskStatus status) => status is StaffTaskStatus.Open ? "open-" : "done-";
}
