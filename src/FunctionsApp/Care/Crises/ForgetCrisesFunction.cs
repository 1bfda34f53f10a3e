using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.Crises;

/// <summary>
/// Deletes the people and the timeline of crises that ended before <see cref="CrisisRetention"/>, every night. Cause
/// and report are kept.
/// </summary>
public sealed class ForgetCrisesFunction(CrisisStore crises, CrisisRetention retention, TimeProvider clock)
{
    const int PageSize = 200;

    [Function("ForgetCrises")]
    public async Task Forget([TimerTrigger("0 40 19 * * *")] TimerInfo timer)
    {
        var horizon = clock.GetUtcNow() - retention.Evidence;
        string? continuation = null;
        do
        {
            var page = await crises.PageAsync(PageSize, continuation);
            foreach (var crisis in page.Items.Where(crisis => crisis.ResolvedAt < horizon))
                await crises.ForgetEvidenceAsync(crisis.Id);
            continuation = page.Continuation;
        }
        while (continuation is not null);
    }
}
