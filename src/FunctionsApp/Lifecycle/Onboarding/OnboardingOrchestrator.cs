using Community.Lifecycle.Onboarding;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Lifecycle.Onboarding;

/// <summary>
/// Onboards a new member: welcome, rules, card name and introduction, one private reminder, and veterans with the same
/// interests. Events only wake the orchestration; it reads the member. It ends after 72 hours at the latest.
/// </summary>
public static class OnboardingOrchestrator
{
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

        while (await context.ReadAsync(input, progress) is { Next: { } next } current)
        {
            progress = current;
            var signal = await waits.WaitUntilAsync(
                "getting-to-know",
                next.At,
                OnboardingSignals.CardName,
                OnboardingSignals.Introduced,
                OnboardingSignals.Left);
            if (signal?.Name == WorkflowEvents.Cancel) return;
            if (signal is null && next is OnboardingStep.End) return;
            if (signal is not null) continue;
            await context.SendAsync(input, OnboardingLine.CardNameReminder);
            progress = progress with { IsReminded = true };
        }
    }

    // Reads the progress, and names the veterans as soon as the introduction is recorded.
    static async Task<OnboardingProgress> ReadAsync(
        this TaskOrchestrationContext context, OnboardingInput input, OnboardingProgress progress)
    {
        var current = await context.CallActivityAsync<OnboardingProgress>(
            nameof(OnboardingActivities.ReadOnboarding),
            new ReadOnboardingInput(input, progress),
            ActivityRetry.Patient);
        if (current.IsIntroduced && !progress.IsIntroduced) await context.SendAsync(input, OnboardingLine.Veterans);
        return current;
    }

    static Task SendAsync(this TaskOrchestrationContext context, OnboardingInput input, OnboardingLine line) =>
        context.CallActivityAsync(
            nameof(OnboardingActivities.SendOnboardingLine),
            new SendOnboardingLineInput(input, line, context.InstanceId, context.Now()),
            ActivityRetry.Patient);
}
