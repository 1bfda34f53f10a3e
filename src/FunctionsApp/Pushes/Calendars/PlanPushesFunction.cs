using Community.Pushes.Plans;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Pushes.Plans;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Pushes.Calendars;

/// <summary>
/// Writes one more day of every calendar. Calendars reach 7 days ahead, so a run that is missed leaves no gap.
/// </summary>
public sealed class PlanPushesFunction(PushPlanStore plans, DueWorkScheduler scheduler, TimeProvider clock)
{
    [Function("PlanPushes")]
    public async Task Run([TimerTrigger("0 45 16 * * *")] TimerInfo timer)
    {
        IReadOnlyList<PushAudience> audiences = [.. (await plans.ReadAsync()).Plans.Select(plan => plan.Audience)];
        if (audiences.Count > 0)
            await scheduler.ScheduleAsync(CalendarsWork.Kind, clock.GetUtcNow(), new CalendarsWork(audiences));
    }
}
