using FunctionsApp.Groups;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Pushes.Plans;

namespace FunctionsApp.Pushes.Calendars;

sealed class GroupCalendarFollowUp(PushPlanStore plans, DueWorkScheduler scheduler, TimeProvider clock) : IGroupFollowUp
{
    public async Task FollowAsync(string groupId)
    {
        if ((await plans.FindRecentAsync()).Plans.Count == 0) return;
        await scheduler.ScheduleAsync(
            GroupCalendarWork.Kind, clock.GetUtcNow(), new GroupCalendarWork(groupId));
    }
}
