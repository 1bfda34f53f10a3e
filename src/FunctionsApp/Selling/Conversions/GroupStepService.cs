using Community.Messaging.Deliveries;
using Community.Selling.Conversions;
using FunctionsApp.Selling.Conversions.Votes;

namespace FunctionsApp.Selling.Conversions;

/// <summary>
/// Carries out the steps of a conversion in a group. Everything may be repeated: a step that a try before has begun is
/// continued.
/// </summary>
public sealed class GroupStepService(
    ConversionStore conversions,
    InterestStore interests,
    GroupMeasurer measurer,
    GroupRecordStore records,
    VotePageStore votePages,
    GroupMessageService messages)
{
    /// <summary>
    /// Runs the step by the stored conversion, passes over it, or tells how long it waits. The first group that runs
    /// the step begins it for all groups.
    /// </summary>
    public async Task<StepResult> RunAsync(RunStepInput input)
    {
        var command = new ConversionCommand.BeginStep(input.Step, input.At);
        var conversion = (await conversions.DecideAsync(input.Group.ConversionId, command))!.After;
        if (StepRules.WaitFor(input.Step, conversion, input.At) is { } wait)
            return new StepResult(wait, input.Link, Message: null);

        await messages.WithdrawAsync(input.Group, input.Overtaken);
        var (sent, link) = (default(Delivery), input.Link);
        if (await MustRunAsync(input, conversion)) (sent, link) = await SendAsync(input, conversion);
        else await PassOverAsync(input);
        var next = StepRules.WaitFor(NextOf(input.Step, link), conversion, input.At);
        return new StepResult(next, link, PendingOf(input.Step, sent));
    }

    /// <summary>Attempts a message again; null when it is over.</summary>
    public async Task<PendingMessage?> ContinueAsync(ConversionGroup group, PendingMessage message)
    {
        if (await messages.ContinueAsync(group, message.Step) is not { } sent) return null;
        if (message.Step is ConversionStep.Link
            && await records.MeasurementAsync(group.ConversionId, group.GroupId) is { } measurement)
            await RecordDeliveryAsync(group, sent, measurement);
        return PendingOf(message.Step, sent);
    }

    // A step whose message is in the ledger was begun by a try before and is completed, whatever has changed since.
    async Task<bool> MustRunAsync(RunStepInput input, Conversion conversion) =>
        StepRules.RuleOn(input.Step, conversion, input.At) is StepRuling.Run
        || await messages.IsEnteredAsync(input.Group, input.Step);

    async Task<(Delivery? Sent, string? Link)> SendAsync(RunStepInput input, Conversion conversion)
    {
        var (group, terms) = (input.Group, conversion.Terms);
        switch (input.Step)
        {
            case ConversionStep.WarmUp:
                await interests.ListenAsync(group.ConversionId, group.GroupId);
                var voteLink = await votePages.EnsureAsync(group, conversion);
                return (await SendTextAsync(ConversionTexts.WarmUp(terms, voteLink)), input.Link);
            case ConversionStep.Link:
                var measurement = await measurer.MeasureAsync(group, conversion, input.At);
                var sent = await SendTextAsync(ConversionTexts.Copy(terms, measurement.Level, measurement.Link));
                await RecordDeliveryAsync(group, sent, measurement);
                return (sent, measurement.Link);
            case ConversionStep.LastCall:
                return (await SendTextAsync(ConversionTexts.LastCall(terms, input.Link!)), input.Link);
            default:
                // A group that got no link gets no closing.
                return (input.Link is null ? null : await SendTextAsync(ConversionTexts.Closing(terms)), input.Link);
        }

        Task<Delivery> SendTextAsync(string text) => messages.SendAsync(group, input.Step, text, input.At);
    }

    async Task PassOverAsync(RunStepInput input)
    {
        if (input is { Step: ConversionStep.Link, Group.Arm: Arm.WarmUp })
            await interests.StopListeningAsync(input.Group.ConversionId, input.Group.GroupId);
    }

    async Task RecordDeliveryAsync(ConversionGroup group, Delivery sent, GroupMeasurement measurement)
    {
        if (sent.State is DeliveryState.Sent)
            await records.RecordDeliveredAsync(group.ConversionId, group.GroupId, measurement.Members);
    }

    // A group without a link passes over the last call.
    static ConversionStep NextOf(ConversionStep step, string? link) => step switch
    {
        ConversionStep.WarmUp => ConversionStep.Link,
        ConversionStep.Link when link is not null => ConversionStep.LastCall,
        _ => ConversionStep.Closing,
    };

    static PendingMessage? PendingOf(ConversionStep step, Delivery? sent) =>
        sent is null ? null : PendingMessage.From(step, sent);
}
