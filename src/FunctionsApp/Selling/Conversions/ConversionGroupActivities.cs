using Community.Messaging.Deliveries;
using Community.Selling.Conversions;
using Community.Selling.Offers;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Links;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Selling.Conversions;

/// <summary>One group of a conversion, and how it is treated.</summary>
public sealed record ConversionGroup(string ConversionId, string GroupId, Arm Arm);

/// <summary>A group's sequence stands before a step, at its own instant.</summary>
public sealed record BeginStepInput(string ConversionId, ConversionStep Step, DateTimeOffset At);

/// <summary>What it does about the step, and the conversion from which that follows.</summary>
public sealed record StepDecision(StepRuling Ruling, Conversion Conversion);

/// <summary>A group at its sequence's own instant, and the conversion by which its link is sent.</summary>
public sealed record MeasureGroupInput(ConversionGroup Target, Conversion Conversion, DateTimeOffset At);

/// <summary>A group in which the link was posted to so many members.</summary>
public sealed record RecordLinkDeliveredInput(ConversionGroup Target, int Members);

/// <summary>A message that is no longer wanted, and the staff task that asks for it where one does.</summary>
public sealed record WithdrawMessageInput(string GroupId, string Key, string? TaskId);

/// <summary>What the sequence of one group reads and does.</summary>
public sealed class ConversionGroupActivities(
    ConversionStore conversions,
    GroupRecordStore records,
    InterestStore interests,
    ForecastStore histories,
    GroupStore groups,
    LinkStore links,
    ClickCountStore clicks,
    Ledger ledger,
    StaffTaskService tasks,
    MessageQueue<LedgerReference> outbox,
    TimeProvider clock)
{
    /// <summary>Rules on the step by the conversion as it stands; the first group that runs it begins it for all, and its terms stand from then on.</summary>
    [Function(nameof(BeginConversionStep))]
    public async Task<StepDecision> BeginConversionStep([ActivityTrigger] BeginStepInput input)
    {
        var (after, _) = (await conversions.DecideAsync(input.ConversionId, new ConversionCommand.BeginStep(input.Step, input.At)))!.Value;
        return new(StepRules.RuleOn(input.Step, after, input.At), after.WithoutGroups());
    }

    /// <summary>What is said in the group is heard from now on.</summary>
    [Function(nameof(ListenToGroup))]
    public Task ListenToGroup([ActivityTrigger] ConversionGroup group) => interests.ListenAsync(group.ConversionId, group.GroupId);

    /// <summary>And no more.</summary>
    [Function(nameof(StopListeningToGroup))]
    public Task StopListeningToGroup([ActivityTrigger] ConversionGroup group) => interests.StopListeningAsync(group.ConversionId, group.GroupId);

    /// <summary>
    /// Reads the interest once and for all, foretells the orders from it, and makes the link. A repeat finds what the first reading found, whatever was said
    /// in between: the words that went out followed from that.
    /// </summary>
    [Function(nameof(MeasureConversionGroup))]
    public async Task<GroupMeasurement> MeasureConversionGroup([ActivityTrigger] MeasureGroupInput input)
    {
        var ((id, groupId, arm), conversion) = (input.Target, input.Conversion);
        var offer = new OfferReference(OfferKind.Conversion, id);
        if (arm is Arm.WarmUp) await interests.StopListeningAsync(id, groupId);
        var members = await groups.AudienceAsync(groupId);
        var tally = arm is Arm.LinkOnly ? InterestTally.None : (await interests.FindAsync(id, groupId)).Tally.With(SignalKind.Click, await clicks.CountAsync(offer, groupId));
        var level = arm is Arm.LinkOnly ? InterestLevel.Medium : tally.Level(conversion.Weights, members);
        var like = Forecaster.ClassOf(arm, level);
        var forecast = Forecaster.Predict(like, members, (await histories.RecentAsync())[like]);
        var link = await links.EnsureAsync(new NewLink(offer, nameof(ConversionStep.Link), groupId, null, conversion.Terms.Product.Url, input.At));
        return await records.AddAsync(
            id, new GroupMeasurement(groupId, arm, members, tally, tally.Score(conversion.Weights, members), level, forecast, conversion.LinkBase + link.Code, input.At));
    }

    /// <summary>The link was posted; who was there got it.</summary>
    [Function(nameof(RecordLinkDelivered))]
    public Task RecordLinkDelivered([ActivityTrigger] RecordLinkDeliveredInput input) =>
        records.RecordDeliveredAsync(input.Target.ConversionId, input.Target.GroupId, input.Members);

    /// <summary>
    /// Nobody is to send this any more; what went out went out. Whether it did is not known where an attempt ended before it could say: that is looked
    /// into from the outbox, when the attempt has had its time.
    /// </summary>
    [Function(nameof(WithdrawMessage))]
    public async Task WithdrawMessage([ActivityTrigger] WithdrawMessageInput input)
    {
        if (input.TaskId is { } task) await tasks.WithdrawAsync(task);
        if (input.TaskId is not null || await ledger.FindAsync(input.GroupId, input.Key) is not { } entered) return;
        var after = await ledger.DecideAsync(entered, new DeliveryCommand.Skip("overtaken by the next step"));
        if (after.CheckAgainAt is { } later) await outbox.SendAsync(entered, later - clock.GetUtcNow());
    }
}

static class GroupAudience
{
    /// <summary>The members that are there; a group that the channel never told anything about counts as one.</summary>
    public static async Task<int> AudienceAsync(this GroupStore groups, string groupId) => Math.Max(1, (await groups.FindAsync(groupId))?.Value.MemberCount ?? 1);
}
