using Community.Groups;
using Community.Pushes.Calendars;
using Community.Pushes.Occurrences;
using Community.Pushes.Plans;
using FunctionsApp.Groups;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Pushes.DaySheets;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Pushes.Plans;
using FunctionsApp.Pushes.Sending;

namespace FunctionsApp.Pushes.Calendars;

/// <summary>
/// Writes the pushes of a group for the next days, and schedules each. A repeat writes nothing; after an edit of a plan
/// or of the group it writes the difference.
/// </summary>
public sealed class CalendarService(
    GroupStore groups,
    PushPlanStore plans,
    PushStore pushes,
    GroupCalendar calendar,
    BrandTime brandTime,
    PushPreparation preparation,
    DaySheetFollowUp sheets,
    DueWorkScheduler scheduler,
    PushLimitSettings settings,
    TimeProvider clock)
{
    public async Task PlanAsync(string groupId)
    {
        if (await pushes.RetryAsync(() => PlanOnceAsync(groupId)) is { } group) await preparation.CheckAsync(group);
    }

    // Null when there is no such group, or it is dissolved.
    async Task<Group?> PlanOnceAsync(string groupId)
    {
        if (await groups.FindAsync(groupId) is not { Value: { IsAlive: true } group }) return null;
        var now = clock.GetUtcNow();
        var today = brandTime.DayOf(now);
        var last = today.AddDays(CalendarRules.DaysAhead);
        var planned = await calendar.PlanAsync(await plans.ReadAsync(), group, today, last);
        var stored = await pushes.ReadAsync(
            groupId, today.AddDays(-HolidayRuling.MaxMove), last.AddDays(HolidayRuling.MaxMove));
        var compared = stored
            .Where(push => push.Value.PlannedAt > now && brandTime.DayOf(push.Value.PlannedAt) <= last)
            .ToList();
        var limits = settings.LimitsOf((await pushes.ReadGroupAsync(groupId)).Limits?.Value);
        var change = CalendarRules.Compare(
            groupId,
            [.. planned.Where(push => push.Time.At > now)],
            [.. compared.Select(push => push.Value)],
            limits.Lateness);
        // A push that is scheduled and not stored is ignored when it is due.
        foreach (var push in change.Added.Concat(change.Changed).Where(push => push.State is PushState.Planned))
            await scheduler.SchedulePushAsync(push.Id, push.DueAt);
        var coming = ComingAfter(change, stored);
        await sheets.PrepareAsync(group, coming, change);
        await pushes.CommitAsync(groupId, change, compared);
        await sheets.OpenAsync(group, coming);
        return group;
    }

    static IReadOnlyList<Push> ComingAfter(CalendarChange change, IReadOnlyList<Stored<Push>> stored)
    {
        var written = change.Changed.Concat(change.Removed).Select(push => push.Id).ToHashSet(StringComparer.Ordinal);
        var kept = stored.Select(push => push.Value).Where(push => !written.Contains(push.Id));
        return [.. kept.Concat(change.Changed).Concat(change.Added).Where(push => !push.IsOver)];
    }
}
