using Community.Acquisition.Standings;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Acquisition.Targets;

/// <summary>Who is invited to which group, by which campaign.</summary>
public sealed record TargetReference(string CampaignId, string MemberId, string GroupId);

/// <summary>A qualified member (达标用户) is invited to the target's group, reminded after a day, and the invitation expires after three.</summary>
public static class TargetInvitationOrchestrator
{
    /// <summary>The event that they came.</summary>
    public const string Joined = "JoinedTarget";

    static readonly TimeSpan ReminderAfter = TimeSpan.FromHours(24);

    static readonly TimeSpan ExpiryAfter = TimeSpan.FromHours(72);

    /// <summary>The sequence; ends when they came, or the invitation expired or was cancelled.</summary>
    [Function(nameof(TargetInvitationOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, TargetReference input)
    {
        var sequence = new Sequence(context);
        var invitedAt = context.Now();
        await SayAsync(context, input, TargetLine.Invitation);
        if (await IsOverAsync(context, sequence, input, "invited", invitedAt + ReminderAfter)) return;
        await SayAsync(context, input, TargetLine.Reminder);
        if (await IsOverAsync(context, sequence, input, "reminded", invitedAt + ExpiryAfter)) return;
        await context.CallActivityAsync(nameof(TargetActivities.ExpireTarget), new TargetMoment(input, context.Now()), Stubborn.Activity);
    }

    static async Task<bool> IsOverAsync(TaskOrchestrationContext context, Sequence sequence, TargetReference input, string step, DateTimeOffset until)
    {
        while (await context.CallActivityAsync<TargetState>(nameof(TargetActivities.ReadTarget), new TargetMoment(input, context.Now()), Stubborn.Activity) is TargetState.Invited)
        {
            var heard = await sequence.ListenUntilAsync(step, until, Joined);
            if (heard is null) return false;
            if (heard.Name == SequenceEvents.Cancel) return true;
        }

        return true;
    }

    static Task SayAsync(TaskOrchestrationContext context, TargetReference input, TargetLine line) =>
        context.CallActivityAsync(nameof(TargetActivities.SayTargetLine), new TargetSaying(input, line, context.InstanceId, context.Now()), Stubborn.Activity);
}
