using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.SuperUsers;

/// <summary>Deletes active days that no longer count, every night.</summary>
public sealed class ForgetActiveDaysFunction(ActiveDayStore days)
{
    // Of one night.
    const int MaxDays = 10_000;

    [Function("ForgetActiveDays")]
    public Task Forget([TimerTrigger("0 45 19 * * *")] TimerInfo timer) => days.ForgetAsync(MaxDays);
}
