using System.Globalization;
using Community.Acquisition.Standings;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Platform.Texts;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Sending;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Acquisition.Targets;

/// <summary>What is said to a qualified member.</summary>
public enum TargetLine
{
    /// <summary>They are invited.</summary>
    Invitation,

    /// <summary>They have not come yet.</summary>
    Reminder,
}

/// <summary>An invitation at its sequence's own instant.</summary>
public sealed record TargetMoment(TargetReference Of, DateTimeOffset At);

/// <summary>A line to say, at the sequence's own instant.</summary>
public sealed record TargetSaying(TargetReference To, TargetLine Line, string Cause, DateTimeOffset At);

/// <summary>What the invitation of a qualified member reads and does.</summary>
public sealed class TargetActivities(CampaignStore campaigns, GroupStore groups, StandingStore standings, Courier courier)
{
    /// <summary>Where they stand; one who was in the group before they qualified has joined.</summary>
    [Function(nameof(ReadTarget))]
    public async Task<TargetState> ReadTarget([ActivityTrigger] TargetMoment moment) =>
        await groups.FindMemberAsync(moment.Of.GroupId, moment.Of.MemberId) is { IsPresent: true }
            ? await DecideAsync(moment.Of, new StandingCommand.JoinTarget(moment.At))
            : (await standings.FindAsync(moment.Of.CampaignId, moment.Of.MemberId))!.Target;

    /// <summary>They did not come in time.</summary>
    [Function(nameof(ExpireTarget))]
    public Task ExpireTarget([ActivityTrigger] TargetMoment moment) => DecideAsync(moment.Of, new StandingCommand.ExpireTarget(moment.At));

    /// <summary>Says the line, once, in private: the channel does, or a person has it as a task.</summary>
    [Function(nameof(SayTargetLine))]
    public async Task SayTargetLine([ActivityTrigger] TargetSaying saying, [DurableClient] DurableTaskClient sequences)
    {
        var to = saying.To;
        if (await groups.FindAsync(to.GroupId) is not { Value: var group } || await campaigns.FindAsync(to.CampaignId) is not { Value.Target: { } target }) return;
        if (await groups.FindMemberAsync(to.GroupId, to.MemberId) is { IsPresent: true }) return;
        var text = saying.Line is TargetLine.Invitation
            ? Phrasebook.Chinese.Say(
                "target.invitation", ("invites", target.Invites.ToString(CultureInfo.InvariantCulture)), ("group", group.Name), ("joinUrl", group.JoinUrl ?? ""))
            : Phrasebook.Chinese.Say("target.reminder", ("group", group.Name), ("joinUrl", group.JoinUrl ?? ""));
        var step = saying.Line is TargetLine.Invitation ? "target-invitation" : "target-reminder";
        var request = new DeliveryRequest(saying.Cause, step, group.Id, to.MemberId, ChannelAction.SendToMember, DeliveryPriority.Ordinary, text, saying.At);
        await courier.DeliverAsync(request, sequences);
    }

    async Task<TargetState> DecideAsync(TargetReference of, StandingCommand command)
    {
        var campaign = (await campaigns.FindAsync(of.CampaignId))!.Value;
        return (await standings.DecideAsync(campaign.Id, campaign.Terms, of.MemberId, invitee: null, command)).After.Target;
    }
}
