using FunctionsApp.Platform.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Selling.Links;

/// <summary>
/// Deletes clicks of members that no order can be credited to any more, and the marks of batches that can no longer
/// come again, in bounded steps.
/// </summary>
public sealed class ForgetClicksFunction(
    MemberClickStore clicks, ClickCountStore counts, ClickRetention retention, TimeProvider clock)
{
    // Of each kind in one run; a brand stores fewer in an hour.
    const int MaxRows = 10_000;

    [Function("ForgetClicks")]
    public async Task Forget([TimerTrigger("0 25 * * * *")] TimerInfo timer)
    {
        var now = clock.GetUtcNow();
        await clicks.ForgetAsync(now - retention.Period, MaxRows);
        await counts.ForgetMarksAsync(now - BatchHour.MarkRetention, MaxRows);
    }
}
