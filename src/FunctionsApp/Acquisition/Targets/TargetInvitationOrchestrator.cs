using Community.Acquisition.Standings;
using FunctionsApp.Messaging.Invitations;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Acquisition.Targets;

/// <summary>A qualified member, the campaign and the group of its target.</summary>
public sealed record TargetReference(string CampaignId, string MemberId, string GroupId);

/// <summary>
/// Invites a qualified member (达标用户) to the target's group, reminds them after a day, and lets the invitation expire
/// after three days. It ends earlier when the member joins or the operator cancels it. Messages that a person has not
/// sent by then are withdrawn. While the group takes no members, a staff task says so and the invitation waits.
/// </summary>
public static class TargetInvitationOrchestrator
{
    /// <summary>The name of the event that the member joined.</summary>
    public const string JoinedSignal = "JoinedTarget";

    static readonly TimeSpan ReminderAfter = TimeSpan.FromHours(24);

    static readonly TimeSpan ExpiryAfter = TimeSpan.FromHours(72);

    [Function(nameof(TargetInvitationOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, TargetReference input)
    {
        var steps = new TargetInvitationSteps(context, input);
        if (await steps.OfferAsync()) await FollowUpAsync(steps, context.Now());
        await steps.WithdrawMessagesAsync();
    }

    static async Task FollowUpAsync(TargetInvitationSteps steps, DateTimeOffset invitedAt)
    {
        if (await steps.IsOverAsync("invited", invitedAt + ReminderAfter)) return;
        await steps.RemindAsync();
        if (await steps.IsOverAsync("reminded", invitedAt + ExpiryAfter)) return;
        await steps.ExpireAsync();
    }
}

/// <summary>The steps of <see cref="TargetInvitationOrchestrator"/>. It is deterministic orchestrator code.</summary>
sealed class TargetInvitationSteps(TaskOrchestrationContext context, TargetReference target)
{
    readonly WorkflowWaits waits = new(context);

    /// <summary>
    /// Sends the invitation as soon as the group takes members, at the latest four days after the day on which the
    /// member qualified. False when the invitation ended before.
    /// </summary>
    public async Task<bool> OfferAsync()
    {
        if (await SendAsync(TargetMessage.Invitation)) return true;
        var since = context.Now();
        await CallAsync(nameof(TargetActivities.ReportTargetGroup), since);
        var isSent = await WaitForPlaceAsync(WaitingInvitation.EndOfWait(since));
        await CallAsync(nameof(TargetActivities.EndTargetReport), since);
        return isSent;
    }

    async Task<bool> WaitForPlaceAsync(DateTimeOffset until)
    {
        while (context.Now() < until)
        {
            var next = WaitingInvitation.NextLook(context.Now(), until);
            if (await IsOverAsync("waiting-for-a-place", next)) return false;
            if (await SendAsync(TargetMessage.Invitation)) return true;
        }

        await ExpireAsync();
        return false;
    }

    public Task RemindAsync() => SendAsync(TargetMessage.Reminder);

    Task<bool> SendAsync(TargetMessage message) => context.CallActivityAsync<bool>(
        nameof(TargetActivities.SendTargetMessage),
        new SendTargetMessageInput(target, message, context.InstanceId, context.Now()),
        ActivityRetry.Patient);

    /// <summary>Waits until the instant; true when the invitation ended before it.</summary>
    public async Task<bool> IsOverAsync(string step, DateTimeOffset until)
    {
        while (await ReadAsync() is TargetState.Invited)
        {
            var signal = await waits.WaitUntilAsync(step, until, TargetInvitationOrchestrator.JoinedSignal);
            if (signal is null) return false;
            if (signal.Name != WorkflowEvents.Cancel) continue;
            // A later change of the standing would start an invitation again that is still open.
            await ExpireAsync();
            return true;
        }

        return true;
    }

    public Task ExpireAsync() => CallAsync(nameof(TargetActivities.ExpireTarget), context.Now());

    public Task WithdrawMessagesAsync() => context.CallActivityAsync(
        nameof(TargetActivities.WithdrawTargetMessages),
        new WithdrawTargetMessagesInput(target, context.InstanceId),
        ActivityRetry.Patient);

    Task CallAsync(string activity, DateTimeOffset at) =>
        context.CallActivityAsync(activity, new TargetInput(target, at), ActivityRetry.Patient);

    Task<TargetState> ReadAsync() => context.CallActivityAsync<TargetState>(
        nameof(TargetActivities.ReadTarget), new TargetInput(target, context.Now()), ActivityRetry.Patient);
}
