using Community.Care.Promises;
using FunctionsApp.Care.Feedback;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.Promises;

/// <summary>
/// Deletes who got what and who gave which score of promises whose last unit was due before
/// <see cref="FeedbackRetention"/>, every night. Their numbers are kept.
/// </summary>
public sealed class ForgetPromisesFunction(
    PromiseStore promises, GainPageStore pages, FeedbackRetention retention, TimeProvider clock)
{
    const int PageSize = 200;

    [Function("ForgetPromises")]
    public async Task Forget([TimerTrigger("0 50 19 * * *")] TimerInfo timer)
    {
        var now = clock.GetUtcNow();
        string? continuation = null;
        do
        {
            var page = await promises.PageAsync(PageSize, continuation);
            foreach (var promise in page.Items.Where(promise => promise.LastDueAt < now - retention.Feedback))
                await ForgetAsync(promise, now);
            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    // The promise is marked first and found again until its members are gone, so a step that dies is repeated.
    async Task ForgetAsync(Promise promise, DateTimeOffset now)
    {
        await promises.ForgetMembersAsync(promise.Id, now);
        foreach (var unit in await promises.ProgressAsync(promise))
            if (unit.PageCode is { } code) await pages.RemoveAsync(code);
    }
}
