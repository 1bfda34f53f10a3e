using FunctionsApp.Platform;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Care.Feedback;

/// <summary>
/// How long feedback is kept after its close, or after its last answer when it is never closed: the setting
/// <c>Retention__FeedbackDays</c>. A wrong one throws <see cref="SettingException"/>.
/// </summary>
public sealed class FeedbackRetention(IConfiguration settings)
{
    const int DefaultDays = 365;

    public TimeSpan Feedback { get; } = RetentionPeriod.Read(settings, "Feedback", DefaultDays);
}

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
