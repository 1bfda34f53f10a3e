using System.Globalization;
using Community.Messaging.StaffTasks;
using Community.Platform.Texts;
using Community.Pushes.DaySheets;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Pushes.DaySheets;

/// <summary>Keeps the staff task of a sheet in step with the pushes of the day.</summary>
public sealed class DaySheetService(
    DaySheetStore sheets,
    DaySheetPushReader reader,
    StaffTaskService tasks,
    DueWorkScheduler scheduler,
    KeyedLock locks,
    BrandTime brandTime,
    TimeProvider clock)
{
    /// <summary>Opens, revises or ends the task. A repeat changes nothing.</summary>
    public Task RefreshAsync(string owner, DateOnly day) => locks.RunAsync(
        DaySheet.TaskKeyOf(owner, day),
        () => sheets.RetryAsync(async () =>
        {
            var read = await sheets.FindAsync(owner, day);
            var pushes = await reader.PushesAsync(owner, day);
            var now = clock.GetUtcNow();
            var decision = DaySheetRules.Decide(owner, day, read?.Value, pushes, now, brandTime.Zone);
            await ApplyAsync(decision, new DaySheetWork(owner, day), read, now);
            return decision;
        }));

    Task ApplyAsync(DaySheetDecision decision, DaySheetWork work, Stored<DaySheet>? read, DateTimeOffset now) =>
        decision switch
        {
            DaySheetDecision.Wait wait => scheduler.ScheduleAsync(DaySheetWork.Kind, wait.Until, work),
            DaySheetDecision.Open open => OpenAsync(open, work, read, now),
            _ => EndAsync(work, read),
        };

    // The sheet is stored last, so that an interrupted run finds the same pushes new again.
    async Task OpenAsync(DaySheetDecision.Open open, DaySheetWork work, Stored<DaySheet>? read, DateTimeOffset now)
    {
        var request = new NewStaffTask(
            DaySheet.TaskKeyOf(work.Owner, work.Day),
            StaffTaskKind.SendPushes,
            TitleOf(work.Day, open.Count),
            GroupId: null,
            now,
            open.DueAt)
        {
            Owner = work.Owner,
            Sheet = DaySheet.PathOf(work.Owner, work.Day),
        };
        await tasks.OpenOrReviseAsync(request, open.Reminders, reopens: open.HasNew);
        // A push that has ended is missed by work of its own, which comes later when the app was off.
        var next = open.DueAt > now ? open.DueAt : DaySheetFollowUp.SoonAfter(now);
        await scheduler.ScheduleAsync(DaySheetWork.Kind, next, work);
        if (open.After.PushIds.Except(read?.Value.PushIds ?? []).Any() || read is null)
            await sheets.SaveAsync(open.After, read);
    }

    // The sheet forgets its pushes first: a push that comes later opens the task again.
    async Task EndAsync(DaySheetWork work, Stored<DaySheet>? read)
    {
        if (read is null) return;
        if (read.Value.PushIds.Count > 0) await sheets.SaveAsync(read.Value with { PushIds = [] }, read);
        await tasks.CompleteAsync(DaySheet.TaskIdOf(work.Owner, work.Day), new CompleteTaskRequest(JoinUrl: null));
    }

    static string TitleOf(DateOnly day, int count) => Phrasebook.Chinese.Format(
        "task.SendPushes",
        ("day", day.ToString("M月d日", CultureInfo.InvariantCulture)),
        ("count", count.ToString(CultureInfo.InvariantCulture)));
}
