using Community.Pushes.Plans;
using FunctionsApp.Groups;
using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Pushes.Calendars;

/// <summary>The calendar of one group has to be written.</summary>
public sealed record GroupCalendarWork(string GroupId)
{
    public const string Kind = "group-calendar";
}

public sealed class GroupCalendarHandler(CalendarService calendars)
    : DueWorkHandler<GroupCalendarWork>(GroupCalendarWork.Kind)
{
    protected override Task HandleAsync(GroupCalendarWork data, DateTimeOffset at) => calendars.PlanAsync(data.GroupId);
}

/// <summary>
/// The calendars of all groups of these audiences have to be written. <paramref name="Continuation"/> is the page of
/// groups to go on with; null for the first.
/// </summary>
public sealed record CalendarsWork(IReadOnlyList<PushAudience> Audiences, string? Continuation = null)
{
    public const string Kind = "calendars";
}

/// <summary>Finds the groups of audiences, a page of them at a time.</summary>
public sealed class CalendarsHandler(GroupStore groups, DueWorkScheduler scheduler, TimeProvider clock)
    : DueWorkHandler<CalendarsWork>(CalendarsWork.Kind)
{
    const int PageSize = 100;

    // Leaves room for other work between the pages.
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task HandleAsync(CalendarsWork data, DateTimeOffset at)
    {
        if (data.Continuation is null)
        {
            var named = data.Audiences.SelectMany(audience => audience.GroupIds).Distinct(StringComparer.Ordinal);
            await ScheduleAsync(named);
        }

        if (!data.Audiences.Any(audience => audience.IsOpenEnded)) return;
        var page = await groups.PageAsync(PageSize, data.Continuation);
        var found = page.Items.Where(group => data.Audiences.Any(audience =>
            audience.Contains(group) && !audience.GroupIds.Contains(group.Id)));
        await ScheduleAsync(found.Select(group => group.Id));

        if (page.Continuation is { } next)
            await scheduler.ScheduleAsync(
                CalendarsWork.Kind, clock.GetUtcNow() + Pause, data with { Continuation = next });
    }

    Task ScheduleAsync(IEnumerable<string> groupIds) => scheduler.ScheduleNowAsync(
        GroupCalendarWork.Kind, groupIds.Select(groupId => new GroupCalendarWork(groupId)));
}
