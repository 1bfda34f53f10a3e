using Community.Groups;
using Community.Pushes.Plans;
using FunctionsApp.Pushes.Plans;

namespace FunctionsApp.Pushes.Calendars;

/// <summary>The occurrences that the plans of a group give it.</summary>
public sealed class GroupCalendar(ScheduleContextReader contexts)
{
    /// <summary>The occurrences on the local dates from one to another, both included, in no order.</summary>
    public async Task<IReadOnlyList<PlannedPush>> PlanAsync(
        PushBoard board, Group group, DateOnly first, DateOnly last)
    {
        var plans = board.Plans.Where(plan => plan.Audience.Contains(group)).ToList();
        if (plans.Count == 0) return [];
        var context = await contexts.ReadAsync(group, plans);
        return
        [
            .. from plan in plans
               from slot in plan.Slots
               from time in SlotSchedule.Between(
                   slot.At, slot.Holiday, context with { PlanStart = plan.StartsOn }, first, last)
               select new PlannedPush(plan, slot, time),
        ];
    }
}
