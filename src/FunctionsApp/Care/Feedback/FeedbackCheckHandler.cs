using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Care.Feedback;

/// <summary>The feedback that a request stores.</summary>
public sealed record FeedbackCheck(FeedbackLocator Locator)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "feedback-follow-up";

    /// <summary>The time after which the request has ended or died.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMinutes(2);
}

/// <summary>Makes up for what a request that died did not do after it stored feedback.</summary>
public sealed class FeedbackCheckHandler(
    FeedbackStore feedback, FeedbackLocatorStore locators, FeedbackFollowUp followUp)
    : DueWorkHandler<FeedbackCheck>(FeedbackCheck.Kind)
{
    protected override Task HandleAsync(FeedbackCheck check, DateTimeOffset at) => RunAsync(check.Locator);

    async Task RunAsync(FeedbackLocator locator)
    {
        if (await feedback.FindAsync(locator) is { } stored) await followUp.FollowAsync(stored.Value);
        else await locators.UnlistAsync(locator);
    }
}
