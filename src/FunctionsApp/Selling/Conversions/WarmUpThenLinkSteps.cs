using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Selling.Conversions;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask;

namespace FunctionsApp.Selling.Conversions;

/// <summary>
/// The steps of <see cref="WarmUpThenLinkOrchestrator"/>. Every fact and every effect goes through an activity.
/// </summary>
public sealed class WarmUpThenLinkSteps(TaskOrchestrationContext context, ConversionGroup input)
{
    const string WarmUp = "warm-up";
    const string Link = "link";
    const string LastCall = "last-call";
    const string Closing = "closing";

    readonly WorkflowWaits waits = new(context);
    readonly DeliverySteps effects = new(context);
    readonly Dictionary<string, (NewDelivery Request, DeliveryOutcome Outcome)> pending = new(StringComparer.Ordinal);
    Conversion? lastRead;
    GroupMeasurement? measurement;

    /// <summary>Starts the discussion, unless the group is in the holdout.</summary>
    public async Task WarmUpAsync()
    {
        if (input.Arm is Arm.LinkOnly || await BeginAsync(ConversionStep.WarmUp) is not { } terms) return;
        await CallAsync(nameof(ConversionGroupActivities.ListenToGroup), input);
        await SendAsync(WarmUp, ConversionTexts.WarmUp(terms));
    }

    /// <summary>
    /// Measures the interest and sends the link with the copy for it. A warm-up that was not sent yet is withdrawn.
    /// </summary>
    public async Task SendLinkAsync()
    {
        var terms = await BeginAsync(ConversionStep.Link);
        await WithdrawAsync(WarmUp);
        if (terms is not null)
        {
            measurement = await MeasureAsync();
            await SendAsync(Link, ConversionTexts.Copy(terms, measurement.Level, measurement.Link));
        }
        else if (input.Arm is Arm.WarmUp)
        {
            await CallAsync(nameof(ConversionGroupActivities.StopListeningToGroup), input);
        }
    }

    /// <summary>Reminds of the end when the group has a link.</summary>
    public async Task SendLastCallAsync()
    {
        if (measurement is not { Link: var link }) return;
        if (await BeginAsync(ConversionStep.LastCall) is { } terms)
            await SendAsync(LastCall, ConversionTexts.LastCall(terms, link));
    }

    /// <summary>
    /// Withdraws messages with the link that were not sent, and sends the closing when the group has a link.
    /// </summary>
    public async Task CloseAsync()
    {
        var terms = await BeginAsync(ConversionStep.Closing);
        await WithdrawAsync(Link);
        await WithdrawAsync(LastCall);
        if (terms is not null && measurement is not null) await SendAsync(Closing, ConversionTexts.Closing(terms));
    }

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

    // The terms by which the step runs; null when the group passes over it.
    async Task<ConversionTerms?> BeginAsync(ConversionStep step)
    {
        var decision = await DecideAsync(step);
        while (decision.Ruling is StepRuling.Wait)
        {
            await WaitAsync(step, decision.Conversion);
            decision = await DecideAsync(step);
        }

        return decision.Ruling is StepRuling.Run ? decision.Conversion.Terms : null;
    }

    // The activity is not called while the conversion that was last read already makes the step wait.
    async Task<StepDecision> DecideAsync(ConversionStep step)
    {
        if (lastRead is not null && StepRules.RuleOn(step, lastRead, context.Now()) is StepRuling.Wait)
            return new StepDecision(StepRuling.Wait, lastRead);
        var decision = await context.CallActivityAsync<StepDecision>(
            nameof(ConversionGroupActivities.BeginConversionStep),
            new BeginStepInput(input.ConversionId, step, context.Now()),
            ActivityRetry.Patient);
        lastRead = decision.Conversion;
        return decision;
    }

    async Task WaitAsync(ConversionStep step, Conversion conversion)
    {
        var isHeld = conversion.HeldAt is not null;
        DateTimeOffset? dueAt = isHeld ? null : conversion.DueAt(step);
        var status = new WorkflowStatus(ConversionStepNames.WaitFor(step), dueAt, [WorkflowEvents.StaffDone], isHeld);
        var signal = await waits.WaitAsync(status, isHeld ? null : NextCheckOr(dueAt));
        if (signal is null) await ContinuePendingAsync(message => message.CheckAgainAt <= context.Now());
        else if (signal.Name == WorkflowEvents.StaffDone) await ContinuePendingAsync(_ => true);
        else lastRead = null;
    }

    Task<GroupMeasurement> MeasureAsync() => context.CallActivityAsync<GroupMeasurement>(
        nameof(ConversionGroupActivities.MeasureConversionGroup),
        new MeasureGroupInput(input, lastRead!, context.Now()),
        ActivityRetry.Patient);

    Task SendAsync(string step, string text) => ContinueAsync(step, new NewDelivery(
        context.InstanceId,
        step,
        input.GroupId,
        MemberId: null,
        ChannelAction.SendToGroup,
        DeliveryPriority.Sale,
        text,
        context.Now()));

    async Task ContinueAsync(string step, NewDelivery request)
    {
        var outcome = await effects.DeliverAsync(request);
        if (!outcome.IsOver)
        {
            pending[step] = (request, outcome);
            return;
        }

        pending.Remove(step);
        if (step != Link || !outcome.WasSent) return;
        var delivered = new RecordLinkDeliveredInput(input, measurement!.Members);
        await CallAsync(nameof(ConversionGroupActivities.RecordLinkDelivered), delivered);
    }

    async Task ContinuePendingAsync(Func<DeliveryOutcome, bool> isDue)
    {
        foreach (var (step, message) in pending.Where(message => isDue(message.Value.Outcome)).ToList())
            await ContinueAsync(step, message.Request);
    }

    async Task WithdrawAsync(string step)
    {
        if (!pending.Remove(step, out var message)) return;
        var withdrawal = new WithdrawMessageInput(input.GroupId, message.Request.Key, message.Outcome.TaskId);
        await CallAsync(nameof(ConversionGroupActivities.WithdrawMessage), withdrawal);
    }

    DateTimeOffset? NextCheckOr(DateTimeOffset? dueAt) =>
        pending.Values.Select(message => message.Outcome.CheckAgainAt).Append(dueAt).Where(at => at is not null).Min();

    Task CallAsync(string activity, object argument) =>
        context.CallActivityAsync(activity, argument, ActivityRetry.Patient);
}
