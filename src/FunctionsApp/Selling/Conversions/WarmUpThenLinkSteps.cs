using Community.Selling.Conversions;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask;

namespace FunctionsApp.Selling.Conversions;

/// <summary>
/// A group of a conversion, and the wait for its first step; null when that step does not wait.
/// </summary>
public sealed record WarmUpThenLinkInput(ConversionGroup Group, StepWait? FirstWait);

/// <summary>
/// The steps of <see cref="WarmUpThenLinkOrchestrator"/>. One activity carries out a step and tells how long the next
/// one waits.
/// </summary>
public sealed class WarmUpThenLinkSteps(TaskOrchestrationContext context, WarmUpThenLinkInput input)
{
    readonly WorkflowWaits waits = new(context);
    readonly SortedDictionary<ConversionStep, PendingMessage> pending = [];

    // Null when only the stored conversion tells it.
    StepWait? wait = input.FirstWait;
    string? link;

    /// <summary>Starts the discussion, unless the group is in the holdout.</summary>
    public async Task WarmUpAsync()
    {
        if (input.Group.Arm is Arm.WarmUp) await RunAsync(ConversionStep.WarmUp);
    }

    /// <summary>
    /// Measures the interest and sends the link with the copy for it. A warm-up that was not sent yet is withdrawn.
    /// </summary>
    public Task SendLinkAsync() => RunAsync(ConversionStep.Link);

    /// <summary>Reminds of the end when the group has a link.</summary>
    public async Task SendLastCallAsync()
    {
        if (link is not null) await RunAsync(ConversionStep.LastCall);
    }

    /// <summary>
    /// Withdraws messages with the link that were not sent, and sends the closing when the group has a link.
    /// </summary>
    public Task CloseAsync() => RunAsync(ConversionStep.Closing);

    /// <summary>
    /// Waits for messages that the channel's limits delay. Staff tasks continue without the orchestration.
    /// </summary>
    public async Task FinishMessagesAsync()
    {
        while (NextCheckOr(null) is { } checkAt)
        {
            await waits.WaitAsync(new WorkflowStatus(ConversionStepNames.Ending, checkAt, [], Held: false), checkAt);
            await ContinuePendingAsync(_ => true);
        }

        waits.Show(ConversionStepNames.Ending);
    }

    // The stored conversion may have moved the step when its instant comes.
    async Task RunAsync(ConversionStep step)
    {
        do
        {
            await WaitUntilDueAsync(step);
            await CallAsync(step);
        }
        while (wait?.Step == step);
    }

    async Task WaitUntilDueAsync(ConversionStep step)
    {
        while (wait is { } current && current.Step == step && !current.IsOver(context.Now()))
        {
            var isHeld = current.Until is null;
            var status = new WorkflowStatus(
                ConversionStepNames.WaitFor(step), current.Until, [WorkflowEvents.StaffDone], isHeld);
            var signal = await waits.WaitAsync(status, isHeld ? null : NextCheckOr(current.Until));
            if (signal is null) await ContinuePendingAsync(message => message.CheckAgainAt <= context.Now());
            else if (signal.Name == WorkflowEvents.StaffDone) await ContinuePendingAsync(_ => true);
            else wait = null;
        }
    }

    // A last call overtakes nothing: the link may still be sent.
    async Task CallAsync(ConversionStep step)
    {
        List<PendingMessage> overtaken = step is ConversionStep.LastCall ? [] : [.. pending.Values];
        var result = await context.CallActivityAsync<StepResult>(
            nameof(ConversionGroupActivities.RunConversionStep),
            new RunStepInput(input.Group, step, link, overtaken, context.Now()),
            ActivityRetry.Patient);
        wait = result.Wait;
        if (wait?.Step == step) return;
        foreach (var message in overtaken) pending.Remove(message.Step);
        link = result.Link;
        if (result.Message is { } unsent) pending[step] = unsent;
    }

    async Task ContinuePendingAsync(Func<PendingMessage, bool> isDue)
    {
        foreach (var message in pending.Values.Where(isDue).ToList())
        {
            var unsent = await context.CallActivityAsync<PendingMessage?>(
                nameof(ConversionGroupActivities.ContinueConversionMessage),
                new ContinueMessageInput(input.Group, message),
                ActivityRetry.Patient);
            if (unsent is null) pending.Remove(message.Step);
            else pending[message.Step] = unsent;
        }
    }

    DateTimeOffset? NextCheckOr(DateTimeOffset? dueAt) =>
        pending.Values.Select(message => message.CheckAgainAt).Append(dueAt).Where(at => at is not null).Min();
}
