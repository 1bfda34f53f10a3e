using Community.Pushes.Plans;
using FunctionsApp.Messaging;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Pushes.Occurrences;

/// <summary>Deletes old pushes when old deliveries are deleted, in bounded steps.</summary>
public sealed class ForgetPushesFunction(PushStore pushes, MessageRetention retention, TimeProvider clock)
{
    // More than 10,000 groups get in an hour.
    const int MaxRows = 2_000;

    // A push is indexed on the day (UTC) on which it is written, which may be a day before the local one.
    static readonly TimeSpan WrittenAhead = TimeSpan.FromDays(CalendarRules.DaysAhead + 2);

    [Function("ForgetPushes")]
    public Task Forget([TimerTrigger("0 45 * * * *")] TimerInfo timer) =>
        pushes.ForgetAsync(clock.GetUtcNow() - retention.Deliveries - WrittenAhead, MaxRows);
}
