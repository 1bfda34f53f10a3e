using Community.Lifecycle.Onboarding;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Lifecycle.Onboarding;

/// <summary>
/// A newcomer's first three days: welcome, rules, the card name and an introduction, one private reminder, and veterans who share their
/// interests. Events only wake it; what it knows of the member it reads.
/// </summary>
public static class OnboardingOrchestrator
{
    /// <summary>The sequence; ends when nothing is left to wait for, after 72 hours at the latest.</summary>
    [Function(nameof(OnboardingOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, OnboardingInput input)
    {
        var waits = new WorkflowWaits(context);
        var progress = new OnboardingProgress(context.Now());
        waits.Show("welcoming");
        await context.SendAsync(input, OnboardingLine.Welcome);
        if (OnboardingProgress.IsWelcomeOnly(input.Kind)) return;
        await context.SendAsync(input, OnboardingLine.Rules);
        await context.SendAsync(input, OnboardingLine.Introduction);

        while (await context.ReadAsync(input, progress) is { Next: { } next } known)
        {
            progress = known;
            var signal = await waits.WaitUntilAsync("getting-to-know", next.At, OnboardingSignals.CardName, OnboardingSignals.Introduced, OnboardingSignals.Left);
            if (signal?.Name == WorkflowEvents.Cancel) return;
            if (signal is null && next is OnboardingStep.End) return;
            if (signal is not null) continue;
            await context.SendAsync(input, OnboardingLine.CardNameReminder);
            progress = progress with { IsReminded = true };
        }
    }

    // The veterans' message is sent as soon as the introduction is known.
    static async Task<OnboardingProgress> ReadAsync(this TaskOrchestrationContext context, OnboardingInput input, OnboardingProgress progress)
    {
        var known = await context.CallActivityAsync<OnboardingProgress>(
            nameof(OnboardingActivities.ReadOnboarding), new ReadOnboardingInput(input, progress), ActivityRetry.Patient);
        if (known.IsIntroduced && !progress.IsIntroduced) await context.SendAsync(input, OnboardingLine.Veterans);
        return known;
    }

    static Task SendAsync(this TaskOrchestrationContext context, OnboardingInput input, OnboardingLine line) =>
        context.CallActivityAsync(nameof(OnboardingActivities.SendOnboardingLine), new SendOnboardingLineInput(input, line, context.InstanceId, context.Now()), ActivityRetry.Patient);
}
