using FunctionsApp.Platform.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Insights.Pushes;

/// <summary>Counts the pushes of finished days, and deletes figures of old days, in bounded steps.</summary>
public sealed class FoldPushesFunction(
    PushFolding folding,
    PushDayStore days,
    PostedMessageStore messages,
    FoldPositionStore positions,
    BrandTime time,
    TimeProvider clock)
{
    // In a day more than twice the 10,000 groups of a large brand.
    const int MaxGroups = 1_000;

    const int MaxRows = 5_000;

    /// <summary>The days for which figures of pushes are kept: the same day of the last year can be compared.</summary>
    public const int KeptDays = 400;

    [Function("FoldPushes")]
    public Task Fold([TimerTrigger("0 30 * * * *")] TimerInfo timer) => folding.StepAsync(MaxGroups);

    [Function("ForgetPushInsights")]
    public async Task Forget([TimerTrigger("0 55 * * * *")] TimerInfo timer)
    {
        await messages.ForgetAsync(MaxRows);
        var horizon = time.DayOf(clock.GetUtcNow()).AddDays(-KeptDays);
        var budget = MaxRows;
        var old = (await positions.FindAsync()).Kept.Where(day => day < horizon).ToList();
        foreach (var day in old)
        {
            var deleted = await days.ForgetAsync(day, budget);
            if (deleted == budget) return;
            budget -= deleted;
            await positions.ChangeAsync(now => now.Forget(day));
        }
    }
}
