using System.Globalization;
using Community.Care.Promises;
using Community.Groups;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Care.Promises;

/// <summary>
/// The staff task to deliver a unit that is due soon. A person who completes it does not deliver the unit, so it opens
/// again when the unit is missed, with the request to tell the group honestly.
/// </summary>
public sealed class PromiseTasks(StaffTaskService tasks)
{
    /// <summary>The id of the task of a unit.</summary>
    public static string IdOf(Promise promise, PromisedUnit unit) => NewStaffTask.IdOf(KeyOf(promise, unit));

    /// <summary>Opens the task for the owner of the group, once.</summary>
    public Task AlertAsync(Promise promise, PromisedUnit unit, Group group, DateTimeOffset now) =>
        tasks.OpenAsync(ToTask(promise, unit, group, now, isMissed: false));

    /// <summary>Opens the task of a missed unit, again when a person completed it.</summary>
    public Task MissAsync(Promise promise, PromisedUnit unit, Group group, DateTimeOffset now) =>
        tasks.OpenOrReviseAsync(ToTask(promise, unit, group, now, isMissed: true), itemReminders: 0, reopens: true);

    /// <summary>Ends the task of a unit that is delivered.</summary>
    public Task EndAsync(Promise promise, PromisedUnit unit) =>
        tasks.CompleteAsync(IdOf(promise, unit), new CompleteTaskRequest(null));

    static NewStaffTask ToTask(Promise promise, PromisedUnit unit, Group group, DateTimeOffset now, bool isMissed) =>
        new(
            KeyOf(promise, unit),
            StaffTaskKind.KeepPromise,
            PromiseTexts.TaskTitle(group, unit, isMissed),
            group.Id,
            now,
            unit.DueAt)
        {
            Owner = group.Owner,
        };

    static string KeyOf(Promise promise, PromisedUnit unit) =>
        string.Create(CultureInfo.InvariantCulture, $"promise-{promise.Id}:unit-{unit.Number}");
}
