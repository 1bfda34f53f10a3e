using System.Globalization;
using Community.Acquisition.Standings;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Platform.Texts;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Acquisition.Targets;

/// <summary>What is said to a qualified member.</summary>
public enum TargetMessage
{
    /// <summary>They are invited.</summary>
    Invitation,

    /// <summary>They have not come yet.</summary>
    Reminder,
}

/// <summary>An invitation at its sequence's own instant.</summary>
public sealed record TargetInput(TargetReference Target, DateTimeOffset At);

/// <summary>A line to say, at the sequence's own instant.</summary>
public sealed record SendTargetMessageInput(TargetReference Target, TargetMessage Message, string Cause, DateTimeOffset At);

/// <summary>What the invitation of a qualified member reads and does.</summary>
public sealed class TargetActivities(CampaignStore campaigns, GroupStore groups, StandingStore standings, DeliveryDispatcher dispatcher)
{
    /// <summary>Where they stand; one who was in the group before they qualified has joined.</summary>
    [Function(nameof(ReadTarget))]
    public async Task<TargetState> ReadTarget([ActivityTrigger] TargetInput input) =>
        await groups.FindMemberAsync(input.Target.GroupId, input.Target.MemberId) is { IsPresent: true }
            ? await DecideAsync(input.Target, new StandingCommand.JoinTarget(input.At))
            : (await standings.FindAsync(input.Target.CampaignId, input.Target.MemberId))!.Target;

    /// <summary>They did not come in time.</summary>
    [Function(nameof(ExpireTarget))]
    public Task ExpireTarget([ActivityTrigger] TargetInput input) => DecideAsync(input.Target, new StandingCommand.ExpireTarget(input.At));

    /// <summary>Says the line, once, in private: the channel does, or a person has it as a task.</summary>
    [Function(nameof(SendTargetMessage))]
    public async Task SendTargetMessage([ActivityTrigger] SendTargetMessageInput input, [DurableClient] DurableTaskClient durable)
    {
        var to = input.Target;
        if (await groups.FindAsync(to.GroupId) is not { Value: var group } || await campaigns.FindAsync(to.CampaignId) is not { Value.Target: { } target }) return;
        if (await groups.FindMemberAsync(to.GroupId, to.MemberId) is { IsPresent: true }) return;
        var text = input.Message is TargetMessage.Invitation
            ? Phrasebook.Chinese.Format(
                "target.invitation", ("invites", target.Invites.ToString(CultureInfo.InvariantCulture)), ("group", group.Name), ("joinUrl", group.JoinUrl ?? ""))
            : Phrasebook.Chinese.Format("target.reminder", ("group", group.Name), ("joinUrl", group.JoinUrl ?? ""));
        var step = input.Message is TargetMessage.Invitation ? "target-invitation" : "target-reminder";
        var request = new NewDelivery(input.Cause, step, group.Id, to.MemberId, ChannelAction.SendToMember, DeliveryPriority.Ordinary, text, input.At);
        await durable.PerformAsync(await dispatcher.DeliverAsync(request));
    }

    async Task<TargetState> DecideAsync(TargetReference of, StandingCommand command)
    {
        var campaign = (await campaigns.FindAsync(of.CampaignId))!.Value;
        return (await standings.DecideAsync(campaign.Id, campaign.Terms, of.MemberId, invitee: null, command)).After.Target;
    }
}
