using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.Feedback;

/// <summary>Deletes feedback that ended before <see cref="FeedbackRetention"/>, every night.</summary>
public sealed class ForgetFeedbackFunction(
    EndedFeedbackStore ended, FeedbackRetention retention, TimeProvider clock)
{
    // Of one night.
    const int MaxItems = 10_000;

    [Function("ForgetFeedback")]
    public Task Forget([TimerTrigger("0 25 19 * * *")] TimerInfo timer) =>
        ended.ForgetAsync(clock.GetUtcNow() - retention.Feedback, MaxItems);
}
