using System.Globalization;
using Community.Acquisition.Standings;
using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Platform;
using Community.Platform.Texts;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Messaging.StaffTasks;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Targets;

/// <summary>A message to a qualified member.</summary>
public enum TargetMessage
{
    Invitation,

    Reminder,
}

public sealed record TargetInput(TargetReference Target, DateTimeOffset At);

public sealed record SendTargetMessageInput(
    TargetReference Target, TargetMessage Message, string Cause, DateTimeOffset At);

/// <summary>An invitation that is over.</summary>
public sealed record WithdrawTargetMessagesInput(TargetReference Target, string Cause);

/// <summary>The activities of <see cref="TargetInvitationOrchestrator"/>.</summary>
public sealed class TargetActivities(
    CampaignStore campaigns,
    GroupStore groups,
    StandingStore standings,
    DeliveryDispatcher dispatcher,
    DeliveryWithdrawal withdrawal,
    StaffTaskService tasks)
{
    /// <summary>The state of the invitation. A member who was in the group before qualifying has joined.</summary>
    [Function(nameof(ReadTarget))]
    public async Task<TargetState> ReadTarget([ActivityTrigger] TargetInput input) =>
        await IsInGroupAsync(input.Target)
            ? await DecideAsync(input.Target, new StandingCommand.JoinTarget(input.At))
            : (await standings.FindAsync(input.Target.CampaignId, input.Target.MemberId))!.Target;

    [Function(nameof(ExpireTarget))]
    public Task ExpireTarget([ActivityTrigger] TargetInput input) =>
        DecideAsync(input.Target, new StandingCommand.ExpireTarget(input.At));

    /// <summary>
    /// Sends the message to the member once: through the channel, or as a staff task. False when the group takes no
    /// members.
    /// </summary>
    [Function(nameof(SendTargetMessage))]
    public async Task<bool> SendTargetMessage([ActivityTrigger] SendTargetMessageInput input)
    {
        if (await campaigns.FindAsync(input.Target.CampaignId) is not { Value.Target: { } target }) return true;
        if (await IsInGroupAsync(input.Target)) return true;
        if (await groups.FindAsync(input.Target.GroupId) is not { Value: { TakesMembers: true } group }) return false;
        await dispatcher.DeliverAsync(CreateDelivery(input, target, group));
        return true;
    }

    /// <summary>Opens the task that reports a group without a place for those who qualified on this day.</summary>
    [Function(nameof(ReportTargetGroup))]
    public async Task ReportTargetGroup([ActivityTrigger] TargetInput input)
    {
        if (await campaigns.FindAsync(input.Target.CampaignId) is not { Value: var campaign }) return;
        if (await groups.FindAsync(input.Target.GroupId) is not { Value: var group }) return;
        await tasks.OpenAsync(TargetTasks.OpenGroup(campaign, group, input.At));
    }

    /// <summary>Withdraws the task of those who qualified on this day.</summary>
    [Function(nameof(EndTargetReport))]
    public Task EndTargetReport([ActivityTrigger] TargetInput input) =>
        tasks.WithdrawAsync(TargetTasks.OpenGroupId(input.Target, input.At), "the invitations no longer wait");

    /// <summary>Withdraws the messages that a person has not sent yet.</summary>
    [Function(nameof(WithdrawTargetMessages))]
    public async Task WithdrawTargetMessages([ActivityTrigger] WithdrawTargetMessagesInput input)
    {
        foreach (var message in Enum.GetValues<TargetMessage>())
        {
            var key = EffectKey.From(input.Cause, StepOf(message), input.Target.MemberId);
            await withdrawal.WithdrawAsync(input.Target.GroupId, key, "the invitation is over");
        }
    }

    static string StepOf(TargetMessage message) =>
        message is TargetMessage.Invitation ? "target-invitation" : "target-reminder";

    static NewDelivery CreateDelivery(SendTargetMessageInput input, QualifyingTarget target, Group group)
    {
        var text = input.Message is TargetMessage.Invitation ? InvitationText(target, group) : ReminderText(group);
        return new NewDelivery(
            input.Cause,
            StepOf(input.Message),
            group.Id,
            input.Target.MemberId,
            ChannelAction.SendToMember,
            DeliveryPriority.Ordinary,
            text,
            input.At);
    }

    static string InvitationText(QualifyingTarget target, Group group) => Phrasebook.Chinese.Format(
        "target.invitation",
        ("invites", target.Invites.ToString(CultureInfo.InvariantCulture)),
        ("group", group.Name),
        ("joinUrl", group.JoinUrl ?? ""));

    static string ReminderText(Group group) => Phrasebook.Chinese.Format(
        "target.reminder", ("group", group.Name), ("joinUrl", group.JoinUrl ?? ""));

    async Task<bool> IsInGroupAsync(TargetReference target) =>
        await groups.FindMemberAsync(target.GroupId, target.MemberId) is { IsPresent: true };

    async Task<TargetState> DecideAsync(TargetReference target, StandingCommand command)
    {
        var campaign = (await campaigns.FindAsync(target.CampaignId))!.Value;
        var (after, _) = await standings.DecideAsync(
            campaign.Id, campaign.Terms, target.MemberId, invitee: null, command);
        return after.Target;
    }
}
