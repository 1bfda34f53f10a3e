using FunctionsApp.Care.Feedback;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.Violations;

/// <summary>
/// Deletes violations whose latest step is before <see cref="FeedbackRetention"/>, every night. Those that wait for a
/// decision stay.
/// </summary>
public sealed class ForgetViolationsFunction(
    ViolationStore violations, FeedbackRetention retention, TimeProvider clock)
{
    // Of one night.
    const int MaxItems = 10_000;

    [Function("ForgetViolations")]
    public Task Forget([TimerTrigger("0 55 19 * * *")] TimerInfo timer) =>
        violations.ForgetAsync(clock.GetUtcNow() - retention.Feedback, MaxItems);
}
