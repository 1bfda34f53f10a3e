using Community.Groups;
using Community.Messaging.StaffTasks;
using Community.Platform.Texts;
using Community.Pushes.Occurrences;
using Community.Pushes.Sending;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Http;
using FunctionsApp.Pushes.Occurrences;

namespace FunctionsApp.Pushes.Calendars;

/// <summary>
/// Asks staff for items: a push whose draw finds nothing, or whose item cannot be sent, becomes a staff task at least a
/// day before it is due, unless its plan is younger.
/// </summary>
public sealed class PushPreparation(
    PushPreviewReader previews, PushStore pushes, StaffTaskService tasks, BrandTime brandTime, TimeProvider clock)
{
    // Calendars are looked at once a day.
    static readonly TimeSpan Lookahead = TimeSpan.FromHours(48);

    /// <summary>
    /// Opens the tasks of the group, of whose pushes at least the next two days are known. A repeat opens none twice.
    /// </summary>
    public async Task CheckAsync(Group group, KnownPushes known)
    {
        var now = clock.GetUtcNow();
        foreach (var forecast in await previews.ForecastAsync(group, known, now + Lookahead))
        {
            if (forecast.Outcome is not PushOutcome.Skip { Reason: { } skip } || !IsForStaff(skip)) continue;
            var task = TaskOf(forecast.Push, group, skip, now);
            await pushes.DecideAsync(forecast.Push.Id, entry: null, new PushCommand.RequestContent(task.Id));
            await tasks.OpenAsync(task);
        }
    }

    /// <summary>Ends the task of a push that is due or over.</summary>
    public async Task EndAsync(Push push)
    {
        if (push.ContentTaskId is { } taskId) await tasks.WithdrawAsync(taskId, "the push is due or over");
    }

    static bool IsForStaff(PushSkip skip) => skip.Cause is PushSkipCause.NoContent or PushSkipCause.ContentNotValid;

    NewStaffTask TaskOf(Push push, Group group, PushSkip skip, DateTimeOffset now) => new(
        $"{push.Id}:content",
        StaffTaskKind.PrepareContent,
        Phrasebook.Chinese.Format(
            "task.PrepareContent",
            ("group", group.Name),
            ("time", brandTime.Format(push.DueAt)),
            ("reason", skip.Reason ?? "")),
        group.Id,
        now,
        push.DueAt)
    {
        Owner = group.Owner,
    };
}
