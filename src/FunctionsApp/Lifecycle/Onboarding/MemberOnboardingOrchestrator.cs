using Community.Lifecycle.Onboarding;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Lifecycle.Onboarding;

/// <summary>
/// A newcomer's first three days: welcome, rules, the card name and an introduction, one private reminder, and veterans who share their
/// interests. Events only wake it; what it knows of the member it reads.
/// </summary>
public static class MemberOnboardingOrchestrator
{
    /// <summary>The sequence; ends when nothing is left to wait for, after 72 hours at the latest.</summary>
    [Function(nameof(MemberOnboardingOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, OnboardingInput input)
    {
        var sequence = new Sequence(context);
        var progress = new OnboardingProgress(context.Now());
        sequence.Show("welcoming");
        await context.SayAsync(input, OnboardingLine.Welcome);
        if (OnboardingProgress.IsWelcomeOnly(input.Kind)) return;
        await context.SayAsync(input, OnboardingLine.Rules);
        await context.SayAsync(input, OnboardingLine.Introduction);

        while (true)
        {
            var known = await context.CallActivityAsync<OnboardingProgress>(nameof(OnboardingActivities.ReadOnboarding), new OnboardingReading(input, progress), Stubborn.Activity);
            if (known.Introduced && !progress.Introduced) await context.SayAsync(input, OnboardingLine.Veterans);
            progress = known;
            if (progress.Next is not { } next) return;

            var heard = await sequence.ListenUntilAsync("getting-to-know", next.At, OnboardingNews.CardName, OnboardingNews.Introduced, OnboardingNews.Left);
            if (heard?.Name == SequenceEvents.Cancel) return;
            if (heard is null && next is OnboardingStep.End) return;
            if (heard is not null) continue;
            await context.SayAsync(input, OnboardingLine.CardNameReminder);
            progress = progress with { Reminded = true };
        }
    }

    static Task SayAsync(this TaskOrchestrationContext context, OnboardingInput input, OnboardingLine line) =>
        context.CallActivityAsync(nameof(OnboardingActivities.SayOnboardingLine), new OnboardingSaying(input, line, context.InstanceId, context.Now()), Stubborn.Activity);
}
