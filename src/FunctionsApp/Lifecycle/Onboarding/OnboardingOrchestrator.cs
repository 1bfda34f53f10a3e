using Community.Lifecycle.Onboarding;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Lifecycle.Onboarding;

/// <summary>
/// Onboards a new member: welcome, rules, card name and introduction, one private reminder, and veterans with the same
/// interests. Events only wake the orchestration; it reads the member. It ends after 72 hours at the latest, and the
/// lines that a person has not sent by then are withdrawn.
/// </summary>
public static class OnboardingOrchestrator
{
    [Function(nameof(OnboardingOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, OnboardingInput input)
    {
        var waits = new WorkflowWaits(context);
        var steps = new OnboardingSteps(context, input);
        var progress = new OnboardingProgress(context.Now());
        waits.Show("welcoming");
        await steps.SendAsync(OnboardingLine.Welcome);
        if (OnboardingProgress.IsWelcomeOnly(input.Kind)) return;
        await steps.SendAsync(OnboardingLine.Rules);
        await steps.SendAsync(OnboardingLine.Introduction);

        while (await steps.ReadAsync(progress) is { Next: { } next } current)
        {
            progress = current;
            var signal = await waits.WaitUntilAsync(
                "getting-to-know",
                next.At,
                OnboardingSignals.CardName,
                OnboardingSignals.Introduced,
                OnboardingSignals.Left);
            if (signal?.Name == WorkflowEvents.Cancel || (signal is null && next is OnboardingStep.End)) break;
            if (signal is not null) continue;
            await steps.SendAsync(OnboardingLine.CardNameReminder);
            progress = progress with { IsReminded = true };
        }

        await steps.WithdrawAsync(line => line is not OnboardingLine.Veterans);
        if (!steps.HasLinesWithStaff) return;
        await waits.WaitUntilAsync("naming-veterans", progress.EndsAt, OnboardingSignals.Left);
        await steps.WithdrawAsync(_ => true);
    }
}

/// <summary>The steps of <see cref="OnboardingOrchestrator"/>. It is deterministic orchestrator code.</summary>
sealed class OnboardingSteps(TaskOrchestrationContext context, OnboardingInput input)
{
    readonly List<OnboardingLine> withStaff = [];

    /// <summary>True when a line may wait for a person.</summary>
    public bool HasLinesWithStaff => withStaff.Count > 0;

    /// <summary>Reads the progress, and names the veterans as soon as the introduction is recorded.</summary>
    public async Task<OnboardingProgress> ReadAsync(OnboardingProgress progress)
    {
        var current = await context.CallActivityAsync<OnboardingProgress>(
            nameof(OnboardingActivities.ReadOnboarding),
            new ReadOnboardingInput(input, progress),
            ActivityRetry.Patient);
        if (current.IsIntroduced && !progress.IsIntroduced) await SendAsync(OnboardingLine.Veterans);
        return current;
    }

    public async Task SendAsync(OnboardingLine line)
    {
        var isWithStaff = await context.CallActivityAsync<bool>(
            nameof(OnboardingActivities.SendOnboardingLine),
            new SendOnboardingLineInput(input, line, context.InstanceId, context.Now()),
            ActivityRetry.Patient);
        if (isWithStaff) withStaff.Add(line);
    }

    /// <summary>Withdraws the lines that a person has not sent yet.</summary>
    public async Task WithdrawAsync(Func<OnboardingLine, bool> isOver)
    {
        var lines = withStaff.Where(isOver).ToList();
        if (lines.Count == 0) return;
        await context.CallActivityAsync(
            nameof(OnboardingActivities.WithdrawOnboardingLines),
            new WithdrawOnboardingLinesInput(input, lines, context.InstanceId),
            ActivityRetry.Patient);
        withStaff.RemoveAll(line => lines.Contains(line));
    }
}
