using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Selling.Conversions;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask;

namespace FunctionsApp.Selling.Conversions;

/// <summary>The steps of one group of a conversion. Orchestrator code: every fact comes from an activity, every effect goes through one.</summary>
public sealed class WarmUpThenLinkStory(TaskOrchestrationContext context, ConversionGroup input)
{
    const string WarmUp = "warm-up";
    const string Link = "link";
    const string LastCall = "last-call";
    const string Closing = "closing";

    readonly Sequence sequence = new(context);
    readonly EffectSteps effects = new(context);
    readonly Dictionary<string, (DeliveryRequest Request, EffectOutcome Outcome)> underWay = new(StringComparer.Ordinal);
    Conversion? known;
    GroupReading? reading;

    /// <summary>Opens the discussion, unless the group is held out of it.</summary>
    public async Task WarmUpAsync()
    {
        if (input.Arm is Arm.LinkOnly || await ComesAsync(ConversionStep.WarmUp) is not { } terms) return;
        await CallAsync(nameof(ConversionGroupActivities.ListenToGroup), input);
        await SayAsync(WarmUp, ConversionTexts.WarmUp(terms));
    }

    /// <summary>Reads the interest and sends the link with the words that suit it. From here on nobody opens a discussion.</summary>
    public async Task SendLinkAsync()
    {
        if (await ComesAsync(ConversionStep.Link) is { } terms)
        {
            await WithdrawAsync(WarmUp);
            reading = await context.CallActivityAsync<GroupReading>(
                nameof(ConversionGroupActivities.ReadConversionGroup), new ReadingRequest(input, known!, context.Now()), Stubborn.Activity);
            await SayAsync(Link, ConversionTexts.Copy(terms, reading.Level, reading.Link));
        }
        else
        {
            await WithdrawAsync(WarmUp);
            if (input.Arm is Arm.WarmUp) await CallAsync(nameof(ConversionGroupActivities.StopListeningToGroup), input);
        }
    }

    /// <summary>Reminds of the end, where there is a link to remind of.</summary>
    public async Task CallLastAsync()
    {
        if (reading is { Link: var link } && await ComesAsync(ConversionStep.LastCall) is { } terms) await SayAsync(LastCall, ConversionTexts.LastCall(terms, link));
    }

    /// <summary>Ends it: nobody sends a link any more, and who had one is told.</summary>
    public async Task CloseAsync()
    {
        var terms = await ComesAsync(ConversionStep.Closing);
        await WithdrawAsync(Link);
        await WithdrawAsync(LastCall);
        if (terms is not null && reading is not null) await SayAsync(Closing, ConversionTexts.Closing(terms));
    }

    /// <summary>Waits for what the channel's limits put off; what a person has to do is theirs.</summary>
    public async Task SeeMessagesOffAsync()
    {
        while (Earliest(null) is { } later)
        {
            await sequence.HearAsync(new SequenceStatus(ConversionSteps.Ending, later, [], Held: false), later);
            await LookAgainAsync(_ => true);
        }

        sequence.Show(ConversionSteps.Ending);
    }

    // The terms by which the step runs now; null where it does not. What is known may be old: only the store rules.
    async Task<ConversionTerms?> ComesAsync(ConversionStep step)
    {
        while (true)
        {
            if (known is null || Steps.RuleOn(step, known, context.Now()) is not StepRuling.Wait)
            {
                var turn = await context.CallActivityAsync<StepTurn>(
                    nameof(ConversionGroupActivities.TakeConversionStep), new StepRequest(input.ConversionId, step, context.Now()), Stubborn.Activity);
                known = turn.Conversion;
                if (turn.Ruling is not StepRuling.Wait) return turn.Ruling is StepRuling.Run ? known.Terms : null;
            }

            await WaitAsync(step, known);
        }
    }

    async Task WaitAsync(ConversionStep step, Conversion conversion)
    {
        DateTimeOffset? dueAt = conversion.HeldAt is null ? conversion.DueAt(step) : null;
        var status = new SequenceStatus(ConversionSteps.Awaiting(step), dueAt, [SequenceEvents.StaffDone], conversion.HeldAt is not null);
        var heard = await sequence.HearAsync(status, conversion.HeldAt is null ? Earliest(dueAt) : null);
        if (heard is null) await LookAgainAsync(message => message.LookAgainAt <= context.Now());
        else if (heard.Name == SequenceEvents.StaffDone) await LookAgainAsync(_ => true);
        else known = null;
    }

    async Task SayAsync(string step, string text) => await CarryOnAsync(
        step, new DeliveryRequest(context.InstanceId, step, input.GroupId, null, ChannelAction.SendToGroup, DeliveryPriority.Sale, text, context.Now()));

    async Task CarryOnAsync(string step, DeliveryRequest request)
    {
        var outcome = await effects.CarryOutAsync(request);
        if (!outcome.IsOver)
        {
            underWay[step] = (request, outcome);
            return;
        }

        underWay.Remove(step);
        if (step == Link && outcome.WasSent) await CallAsync(nameof(ConversionGroupActivities.NoteLinkDelivered), new LinkDelivery(input, reading!.Members));
    }

    async Task LookAgainAsync(Func<EffectOutcome, bool> which)
    {
        foreach (var (step, message) in underWay.Where(message => which(message.Value.Outcome)).ToList()) await CarryOnAsync(step, message.Request);
    }

    async Task WithdrawAsync(string step)
    {
        if (!underWay.Remove(step, out var message)) return;
        await CallAsync(nameof(ConversionGroupActivities.WithdrawMessage), new OvertakenMessage(input.GroupId, message.Request.Key, message.Outcome.TaskId));
    }

    DateTimeOffset? Earliest(DateTimeOffset? dueAt) =>
        underWay.Values.Select(message => message.Outcome.LookAgainAt).Append(dueAt).Where(at => at is not null).Min();

    Task CallAsync(string activity, object argument) => context.CallActivityAsync(activity, argument, Stubborn.Activity);
}
