using Community.Selling.Conversions;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Messaging.StaffTasks;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Selling.Conversions;

/// <summary>One group of a conversion and its arm.</summary>
public sealed record ConversionGroup(string ConversionId, string GroupId, Arm Arm);

/// <summary>A step that a group has reached, and the orchestration's current instant.</summary>
public sealed record BeginStepInput(string ConversionId, ConversionStep Step, DateTimeOffset At);

/// <summary>The ruling on a step, and the conversion that it follows from.</summary>
public sealed record StepDecision(StepRuling Ruling, Conversion Conversion);

/// <summary>A group to measure at the orchestration's current instant, and the conversion whose link is sent.</summary>
public sealed record MeasureGroupInput(ConversionGroup Target, Conversion Conversion, DateTimeOffset At);

/// <summary>A group whose link was posted, and the number of members who received it.</summary>
public sealed record RecordLinkDeliveredInput(ConversionGroup Target, int Members);

/// <summary>
/// A message that is no longer needed. <paramref name="TaskId"/> is the staff task that sends it; null when there is
/// none.
/// </summary>
public sealed record WithdrawMessageInput(string GroupId, string Key, string? TaskId);

/// <summary>The activities of <see cref="WarmUpThenLinkOrchestrator"/>.</summary>
public sealed class ConversionGroupActivities(
    ConversionStore conversions,
    GroupMeasurer measurer,
    GroupRecordStore records,
    InterestStore interests,
    StaffTaskService tasks,
    DeliveryWithdrawal withdrawal)
{
    const string Overtaken = "overtaken by the next step";

    /// <summary>
    /// Rules on the step by the stored conversion. The first group that runs the step begins it for all groups.
    /// </summary>
    [Function(nameof(BeginConversionStep))]
    public async Task<StepDecision> BeginConversionStep([ActivityTrigger] BeginStepInput input)
    {
        var command = new ConversionCommand.BeginStep(input.Step, input.At);
        var conversion = (await conversions.DecideAsync(input.ConversionId, command))!.After;
        return new(StepRules.RuleOn(input.Step, conversion, input.At), conversion.WithoutGroups());
    }

    /// <summary>Starts to count signals in the group.</summary>
    [Function(nameof(ListenToGroup))]
    public Task ListenToGroup([ActivityTrigger] ConversionGroup group) =>
        interests.ListenAsync(group.ConversionId, group.GroupId);

    [Function(nameof(StopListeningToGroup))]
    public Task StopListeningToGroup([ActivityTrigger] ConversionGroup group) =>
        interests.StopListeningAsync(group.ConversionId, group.GroupId);

    [Function(nameof(MeasureConversionGroup))]
    public Task<GroupMeasurement> MeasureConversionGroup([ActivityTrigger] MeasureGroupInput input) =>
        measurer.MeasureAsync(input);

    [Function(nameof(RecordLinkDelivered))]
    public Task RecordLinkDelivered([ActivityTrigger] RecordLinkDeliveredInput input) =>
        records.RecordDeliveredAsync(input.Target.ConversionId, input.Target.GroupId, input.Members);

    /// <summary>Skips a message that was not sent.</summary>
    [Function(nameof(WithdrawMessage))]
    public async Task WithdrawMessage([ActivityTrigger] WithdrawMessageInput input)
    {
        if (input.TaskId is { } task)
        {
            await tasks.WithdrawAsync(task, Overtaken);
            return;
        }

        await withdrawal.WithdrawAsync(input.GroupId, input.Key, Overtaken);
    }
}

static class GroupMemberCount
{
    /// <summary>The number of present members; one for a group whose channel reports none.</summary>
    public static async Task<int> CountMembersAsync(this GroupStore groups, string groupId) =>
        Math.Max(1, (await groups.FindAsync(groupId))?.Value.MemberCount ?? 1);
}
