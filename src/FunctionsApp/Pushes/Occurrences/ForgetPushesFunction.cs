using Community.Pushes.Plans;
using FunctionsApp.Messaging;
using FunctionsApp.Pushes.DaySheets;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Pushes.Occurrences;

/// <summary>Deletes old pushes when old deliveries are deleted, and old day sheets, in bounded steps.</summary>
public sealed class ForgetPushesFunction(
    PushStore pushes, DaySheetStore sheets, MessageRetention retention, TimeProvider clock)
{
    // More than 10,000 groups get in an hour.
    const int MaxRows = 2_000;

    // A push is indexed on the day (UTC) on which it is written, which may be a day before the local one.
    static readonly TimeSpan WrittenAhead = TimeSpan.FromDays(CalendarRules.DaysAhead + 2);

    [Function("ForgetPushes")]
    public async Task Forget([TimerTrigger("0 45 * * * *")] TimerInfo timer)
    {
        await pushes.ForgetAsync(clock.GetUtcNow() - retention.Deliveries - WrittenAhead, MaxRows);
        await sheets.ForgetAsync(WrittenAhead, MaxRows);
    }
}
