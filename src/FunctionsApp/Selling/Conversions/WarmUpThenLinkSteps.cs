using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Selling.Conversions;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask;

namespace FunctionsApp.Selling.Conversions;

/// <summary>The steps of one group of a conversion. Orchestrator code: every fact comes from an activity, every effect goes through one.</summary>
public sealed class WarmUpThenLinkSteps(TaskOrchestrationContext context, ConversionGroup input)
{
    const string WarmUp = "warm-up";
    const string Link = "link";
    const string LastCall = "last-call";
    const string Closing = "closing";

    readonly WorkflowWaits waits = new(context);
    readonly DeliverySteps effects = new(context);
    readonly Dictionary<string, (NewDelivery Request, DeliveryOutcome Outcome)> underWay = new(StringComparer.Ordinal);
    Conversion? known;
    GroupMeasurement? measurement;

    /// <summary>Opens the discussion, unless the group is held out of it.</summary>
    public async Task WarmUpAsync()
    {
        if (input.Arm is Arm.LinkOnly || await BeginAsync(ConversionStep.WarmUp) is not { } terms) return;
        await CallAsync(nameof(ConversionGroupActivities.ListenToGroup), input);
        await SendAsync(WarmUp, ConversionTexts.WarmUp(terms));
    }

    /// <summary>Reads the interest and sends the link with the words that suit it. From here on nobody opens a discussion.</summary>
    public async Task SendLinkAsync()
    {
        if (await BeginAsync(ConversionStep.Link) is { } terms)
        {
            await WithdrawAsync(WarmUp);
            measurement = await context.CallActivityAsync<GroupMeasurement>(
                nameof(ConversionGroupActivities.MeasureConversionGroup), new MeasureGroupInput(input, known!, context.Now()), ActivityRetry.Patient);
            await SendAsync(Link, ConversionTexts.Copy(terms, measurement.Level, measurement.Link));
        }
        else
        {
            await WithdrawAsync(WarmUp);
            if (input.Arm is Arm.WarmUp) await CallAsync(nameof(ConversionGroupActivities.StopListeningToGroup), input);
        }
    }

    /// <summary>Reminds of the end, where there is a link to remind of.</summary>
    public async Task SendLastCallAsync()
    {
        if (measurement is { Link: var link } && await BeginAsync(ConversionStep.LastCall) is { } terms) await SendAsync(LastCall, ConversionTexts.LastCall(terms, link));
    }

    /// <summary>Ends it: nobody sends a link any more, and who had one is told.</summary>
    public async Task CloseAsync()
    {
        var terms = await BeginAsync(ConversionStep.Closing);
        await WithdrawAsync(Link);
        await WithdrawAsync(LastCall);
        if (terms is not null && measurement is not null) await SendAsync(Closing, ConversionTexts.Closing(terms));
    }

    /// <summary>Waits for what the channel's limits put off; what a person has to do is theirs.</summary>
    public async Task FinishMessagesAsync()
    {
        while (Earliest(null) is { } later)
        {
            await waits.WaitAsync(new WorkflowStatus(ConversionStepNames.Ending, later, [], Held: false), later);
            await CheckAgainAsync(_ => true);
        }

        waits.Show(ConversionStepNames.Ending);
    }

    // The terms by which the step runs now; null where it does not. What is known may be old: only the store rules.
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

    // The store is not asked while the known conversion already rules that the step has to wait.
    async Task<StepDecision> DecideAsync(ConversionStep step)
    {
        if (known is not null && StepRules.RuleOn(step, known, context.Now()) is StepRuling.Wait)
            return new StepDecision(StepRuling.Wait, known);
        var decision = await context.CallActivityAsync<StepDecision>(
            nameof(ConversionGroupActivities.BeginConversionStep), new BeginStepInput(input.ConversionId, step, context.Now()), ActivityRetry.Patient);
        known = decision.Conversion;
        return decision;
    }

    async Task WaitAsync(ConversionStep step, Conversion conversion)
    {
        DateTimeOffset? dueAt = conversion.HeldAt is null ? conversion.DueAt(step) : null;
        var status = new WorkflowStatus(ConversionStepNames.Awaiting(step), dueAt, [WorkflowEvents.StaffDone], conversion.HeldAt is not null);
        var signal = await waits.WaitAsync(status, conversion.HeldAt is null ? Earliest(dueAt) : null);
        if (signal is null) await CheckAgainAsync(message => message.CheckAgainAt <= context.Now());
        else if (signal.Name == WorkflowEvents.StaffDone) await CheckAgainAsync(_ => true);
        else known = null;
    }

    async Task SendAsync(string step, string text) => await ContinueAsync(
        step, new NewDelivery(context.InstanceId, step, input.GroupId, null, ChannelAction.SendToGroup, DeliveryPriority.Sale, text, context.Now()));

    async Task ContinueAsync(string step, NewDelivery request)
    {
        var outcome = await effects.DeliverAsync(request);
        if (!outcome.IsOver)
        {
            underWay[step] = (request, outcome);
            return;
        }

        underWay.Remove(step);
        if (step == Link && outcome.WasSent) await CallAsync(nameof(ConversionGroupActivities.RecordLinkDelivered), new RecordLinkDeliveredInput(input, measurement!.Members));
    }

    async Task CheckAgainAsync(Func<DeliveryOutcome, bool> which)
    {
        foreach (var (step, message) in underWay.Where(message => which(message.Value.Outcome)).ToList()) await ContinueAsync(step, message.Request);
    }

    async Task WithdrawAsync(string step)
    {
        if (!underWay.Remove(step, out var message)) return;
        await CallAsync(nameof(ConversionGroupActivities.WithdrawMessage), new WithdrawMessageInput(input.GroupId, message.Request.Key, message.Outcome.TaskId));
    }

    DateTimeOffset? Earliest(DateTimeOffset? dueAt) =>
        underWay.Values.Select(message => message.Outcome.CheckAgainAt).Append(dueAt).Where(at => at is not null).Min();

    Task CallAsync(string activity, object argument) => context.CallActivityAsync(activity, argument, ActivityRetry.Patient);
}
