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
        if (await pushes.RetryAsync(() => PlanOnceAsync(groupId)) is var (group, known))
            await preparation.CheckAsync(group, known);
    }

    // Null when there is no such group, or it is dissolved.
    async Task<(Group Group, KnownPushes Known)?> PlanOnceAsync(string groupId)
    {
        if (await groups.FindAsync(groupId) is not { Value: { IsAlive: true } group }) return null;
        var now = clock.GetUtcNow();
        var today = brandTime.DayOf(now);
        var last = today.AddDays(CalendarRules.DaysAhead);
        var board = await plans.ReadAsync();
        var planned = await calendar.PlanAsync(board, group, today, last);
        var stored = await pushes.ReadAsync(
            groupId, today.AddDays(-HolidayRuling.MaxMove), last.AddDays(HolidayRuling.MaxMove));
        var compared = stored
            .Where(push => push.Value.PlannedAt > now && brandTime.DayOf(push.Value.PlannedAt) <= last)
            .ToList();
        var rows = await pushes.ReadGroupAsync(groupId);
        var change = CalendarRules.Compare(
            groupId,
            [.. planned.Where(push => push.Time.At > now)],
            [.. compared.Select(push => push.Value)],
            settings.LimitsOf(rows.Limits?.Value).Lateness);
        // A push that is scheduled and not stored is ignored when it is due.
        foreach (var push in change.Added.Concat(change.Changed).Where(push => push.State is PushState.Planned))
            await scheduler.SchedulePushAsync(push.Id, push.DueAt);
        var after = After(change, stored);
        IReadOnlyList<Push> coming = [.. after.Where(push => !push.IsOver)];
        await sheets.PrepareAsync(group, coming, change);
        await pushes.CommitAsync(groupId, change, compared);
        await sheets.OpenAsync(group, coming);
        return (group, new KnownPushes(board, rows, after, planned));
    }

    static IReadOnlyList<Push> After(CalendarChange change, IReadOnlyList<Stored<Push>> stored)
    {
        var written = change.Changed.Concat(change.Removed).Select(push => push.Id).ToHashSet(StringComparer.Ordinal);
        var kept = stored.Select(push => push.Value).Where(push => !written.Contains(push.Id));
        return [.. kept, .. change.Changed, .. change.Added];
    }
}
