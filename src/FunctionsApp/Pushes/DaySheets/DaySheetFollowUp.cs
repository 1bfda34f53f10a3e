using Community.Groups;
using Community.Platform;
using Community.Pushes.DaySheets;
using Community.Pushes.Occurrences;
using Community.Pushes.Plans;
using FunctionsApp.Groups;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Http;
using FunctionsApp.Pushes.Sending;

namespace FunctionsApp.Pushes.DaySheets;

/// <summary>
/// Schedules the work of sheets and reminders when the pushes of a group change, where a person sends them. A sheet
/// follows within three minutes, so that changes of the same minutes cost one reading of the sheet.
/// </summary>
public sealed class DaySheetFollowUp(
    DaySheetStore sheets,
    GroupStore groups,
    OwnerTapService taps,
    DueWorkScheduler scheduler,
    BrandTime brandTime,
    TimeProvider clock)
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // Work that is due earlier goes to the queue, which stores a repeat a second time.
    static readonly TimeSpan FollowDelay = TimeSpan.FromMinutes(3);

    /// <summary>When a sheet is looked at again for what changes now.</summary>
    public static DateTimeOffset SoonAfter(DateTimeOffset now) => now.Floor(Minute) + FollowDelay;

    /// <summary>
    /// Schedules what a change of the group's calendar needs, before it is stored. <paramref name="coming"/> are all
    /// its pushes that are not over, after the change.
    /// </summary>
    public async Task PrepareAsync(Group group, IReadOnlyList<Push> coming, CalendarChange change)
    {
        if (!taps.CostsTap) return;
        var known = await sheets.FindGroupAsync(group.Id);
        var isNewOwner = known.Owner != group.Owner;
        if (isNewOwner && known.Owner is { } before)
        {
            foreach (var day in known.Days.Where(day => day >= Today)) await ScheduleAsync(before, day, []);
        }

        if (group.Owner is not { } owner)
        {
            if (isNewOwner) await sheets.SaveGroupAsync(group.Id, GroupSheets.None);
            return;
        }

        var changed = isNewOwner ? coming : [.. change.Added, .. change.Changed];
        foreach (var push in changed) await ScheduleReminderAsync(push);
        IReadOnlyList<DateOnly> added = [.. DaysOf(coming).Except(isNewOwner ? [] : known.Days)];
        await sheets.AddGroupAsync(group.Id, owner, added);
        foreach (var day in DaysOf([.. changed, .. change.Removed]).Union(added))
            await ScheduleAsync(owner, day, [.. coming.Where(push => DayOf(push) == day)]);
        if (!isNewOwner && added.Count == 0) return;
        var days = (isNewOwner ? added : known.Days.Union(added)).Where(day => day >= Today).Order();
        await sheets.SaveGroupAsync(group.Id, new GroupSheets(owner, [.. days]));
    }

    /// <summary>Opens the sheet of today at once when it is time for it and it is not open.</summary>
    public async Task OpenAsync(Group group, IReadOnlyList<Push> coming)
    {
        var today = Today;
        if (!taps.CostsTap || group.Owner is not { } owner) return;
        IReadOnlyList<Push> due = [.. coming.Where(push => DayOf(push) == today)];
        if (due.Count == 0 || DaySheetRules.OpensAt(today, due, brandTime.Zone) > clock.GetUtcNow()) return;
        if (await sheets.FindAsync(owner, today) is { Value.PushIds: [_, ..] }) return;
        await scheduler.ScheduleAsync(DaySheetWork.Kind, clock.GetUtcNow(), new DaySheetWork(owner, today));
    }

    /// <summary>Follows a push after it changed; <paramref name="before"/> is null when its day is the same.</summary>
    public async Task FollowAsync(Push push, Push? before = null)
    {
        if (!taps.CostsTap) return;
        if (await groups.FindAsync(push.GroupId) is not { Value: { Owner: { } owner } group }) return;
        if (before is not null && DayOf(before) != DayOf(push)) await ScheduleAsync(owner, DayOf(before), []);
        if (!push.IsOver)
        {
            var known = await sheets.FindGroupAsync(group.Id);
            if (known.Owner != owner || !known.Days.Contains(DayOf(push)))
                await sheets.AddGroupAsync(group.Id, owner, [DayOf(push)]);
            await ScheduleReminderAsync(push);
            await OpenAsync(group, [push]);
        }

        await ScheduleAsync(owner, DayOf(push), [push]);
    }

    DateOnly Today => brandTime.DayOf(clock.GetUtcNow());

    DateOnly DayOf(Push push) => DaySheetRules.DayOf(push, brandTime.Zone);

    IEnumerable<DateOnly> DaysOf(IEnumerable<Push> pushes) =>
        pushes.Select(DayOf).Where(day => day >= Today).Distinct();

    Task ScheduleAsync(string owner, DateOnly day, IReadOnlyList<Push> pushes)
    {
        var opensAt = DaySheetRules.OpensAt(day, pushes, brandTime.Zone);
        var soon = SoonAfter(clock.GetUtcNow());
        return scheduler.ScheduleAsync(
            DaySheetWork.Kind, opensAt > soon ? opensAt : soon, new DaySheetWork(owner, day));
    }

    async Task ScheduleReminderAsync(Push push)
    {
        var now = clock.GetUtcNow();
        if (push is not { State: PushState.Planned, RemindedAt: null } || push.StartsAt <= now) return;
        var at = DaySheetRules.ReminderAt(push);
        await scheduler.ScheduleAsync(
            PushReminder.Kind, at > now ? at : now, new PushReminder(push.Id, push.StartsAt));
    }
}
