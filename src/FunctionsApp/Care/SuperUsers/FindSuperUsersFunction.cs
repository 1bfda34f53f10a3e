using FunctionsApp.Platform.DueWork;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.SuperUsers;

/// <summary>Compares the members of all groups with the criteria, every night; nothing without criteria.</summary>
public sealed class FindSuperUsersFunction(SuperUserCriteriaStore criteria, DueWorkScheduler scheduler)
{
    [Function("FindSuperUsers")]
    public async Task Find([TimerTrigger("0 55 19 * * *")] TimerInfo timer)
    {
        if ((await criteria.AllAsync()).Count > 0)
            await scheduler.ScheduleNowAsync(SuperUserSweep.Kind, [new SuperUserSweep()]);
    }
}
