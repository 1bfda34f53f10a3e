using Community.Selling.Conversions;
using FunctionsApp.Groups;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Selling.Conversions;

/// <summary>One group of a conversion and its arm.</summary>
public sealed record ConversionGroup(string ConversionId, string GroupId, Arm Arm);

/// <summary>
/// A step to run at the orchestration's current instant. <paramref name="Link"/> is the address of the group's link;
/// null before it has one. <paramref name="Overtaken"/> are the messages that are not needed once the step is due.
/// </summary>
public sealed record RunStepInput(
    ConversionGroup Group,
    ConversionStep Step,
    string? Link,
    IReadOnlyList<PendingMessage> Overtaken,
    DateTimeOffset At);

/// <summary>
/// The result of a step. <paramref name="Wait"/> is the wait for the same step when it is not due, or else the wait for
/// the next one; null when that one does not wait. <paramref name="Link"/> is the address of the group's link; null
/// before it has one. <paramref name="Message"/> is the message of the step when it is not sent yet.
/// </summary>
public sealed record StepResult(StepWait? Wait, string? Link, PendingMessage? Message);

/// <summary>A message of an earlier step, which is attempted again.</summary>
public sealed record ContinueMessageInput(ConversionGroup Group, PendingMessage Message);

/// <summary>The activities of <see cref="WarmUpThenLinkOrchestrator"/>.</summary>
public sealed class ConversionGroupActivities(GroupStepService steps)
{
    /// <summary>Runs the step by the stored conversion, passes over it, or tells how long it waits.</summary>
    [Function(nameof(RunConversionStep))]
    public Task<StepResult> RunConversionStep([ActivityTrigger] RunStepInput input) => steps.RunAsync(input);

    /// <summary>Attempts a message again; null when it is over.</summary>
    [Function(nameof(ContinueConversionMessage))]
    public Task<PendingMessage?> ContinueConversionMessage([ActivityTrigger] ContinueMessageInput input) =>
        steps.ContinueAsync(input.Group, input.Message);
}

static class GroupMemberCount
{
    /// <summary>The number of present members; one for a group whose channel reports none.</summary>
    public static async Task<int> CountMembersAsync(this GroupStore groups, string groupId) =>
        Math.Max(1, (await groups.FindAsync(groupId))?.Value.MemberCount ?? 1);
}
