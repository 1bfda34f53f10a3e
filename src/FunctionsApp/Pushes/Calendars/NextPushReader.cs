using Community.Pushes.Plans;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Pushes.Plans;

namespace FunctionsApp.Pushes.Calendars;

/// <summary>Finds the next push of a plan in the first groups that it names.</summary>
public sealed class NextPushReader(GroupStore groups, GroupCalendar calendar, BrandTime brandTime, TimeProvider clock)
{
    const int MaxGroups = 10;
    const int MaxDays = 60;

    /// <summary>The instant; null when there is none in the next 60 days.</summary>
    public async Task<DateTimeOffset?> FindAsync(PushPlan plan)
    {
        if (plan.State is PushPlanState.Paused) return null;
        var now = clock.GetUtcNow();
        var today = brandTime.DayOf(now);
        DateTimeOffset? first = null;
        foreach (var id in plan.Audience.GroupIds.Take(MaxGroups))
        {
            if (await groups.FindAsync(id) is not { Value: { IsAlive: true } group }) continue;
            var planned = await calendar.PlanAsync(
                new PushBoard([plan], Pause: null), group, today, today.AddDays(MaxDays));
            var next = planned.Select(push => push.Time.At).Where(at => at > now).Order().FirstOrDefault();
            if (next != default && !(next > first)) first = next;
        }

        return first;
    }
}
