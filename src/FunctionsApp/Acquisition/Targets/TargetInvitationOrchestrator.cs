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
    public const string JoinedSignal = "JoinedTarget";

    static readonly TimeSpan ReminderAfter = TimeSpan.FromHours(24);

    static readonly TimeSpan ExpiryAfter = TimeSpan.FromHours(72);

    /// <summary>The sequence; ends when they came, or the invitation expired or was cancelled.</summary>
    [Function(nameof(TargetInvitationOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, TargetReference input)
    {
        var waits = new WorkflowWaits(context);
        var invitedAt = context.Now();
        await SendAsync(context, input, TargetMessage.Invitation);
        if (await IsOverAsync(context, waits, input, "invited", invitedAt + ReminderAfter)) return;
        await SendAsync(context, input, TargetMessage.Reminder);
        if (await IsOverAsync(context, waits, input, "reminded", invitedAt + ExpiryAfter)) return;
        await context.CallActivityAsync(nameof(TargetActivities.ExpireTarget), new TargetInput(input, context.Now()), ActivityRetry.Patient);
    }

    static async Task<bool> IsOverAsync(TaskOrchestrationContext context, WorkflowWaits waits, TargetReference input, string step, DateTimeOffset until)
    {
        while (await context.CallActivityAsync<TargetState>(nameof(TargetActivities.ReadTarget), new TargetInput(input, context.Now()), ActivityRetry.Patient) is TargetState.Invited)
        {
            var signal = await waits.WaitUntilAsync(step, until, JoinedSignal);
            if (signal is null) return false;
            if (signal.Name == WorkflowEvents.Cancel) return true;
        }

        return true;
    }

    static Task SendAsync(TaskOrchestrationContext context, TargetReference input, TargetMessage line) =>
        context.CallActivityAsync(nameof(TargetActivities.SendTargetMessage), new SendTargetMessageInput(input, line, context.InstanceId, context.Now()), ActivityRetry.Patient);
}
