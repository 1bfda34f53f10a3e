using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Insights.Rehearsals;

/// <summary>
/// Deletes reports that are older than <see cref="RehearsalRetention"/>, and the texts of requests that ended before
/// their report was listed, every night.
/// </summary>
public sealed class ForgetRehearsalsFunction(
    RehearsalStore rehearsals, RehearsalRetention retention, TimeProvider clock)
{
    static readonly TimeSpan LongestRequest = TimeSpan.FromDays(1);

    [Function("ForgetRehearsals")]
    public async Task Forget([TimerTrigger("0 10 19 * * *")] TimerInfo timer)
    {
        var now = clock.GetUtcNow();
        await rehearsals.ForgetAsync(now - retention.Reports);
        await rehearsals.ForgetUnfinishedAsync(now - LongestRequest);
    }
}
