using Community.Campaigns;
using Community.Channels;
using Community.Deliveries;
using Community.Groups;
using FunctionsApp.Campaigns;
using FunctionsApp.Deliveries;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Groups;

/// <summary>Gives planned groups a way in.</summary>
public sealed class GroupOpening(GroupStore groups, CampaignStore campaigns, Courier courier)
{
    const string Step = "open-join-code";

    /// <summary>The next group of the campaign that still has to be opened; null when there is none.</summary>
    public async Task<Group?> NextPlannedAsync(Campaign campaign)
    {
        foreach (var id in campaign.GroupsFromLive())
        {
            if (await groups.FindAsync(id) is { Value: { State: GroupState.Planned } group }) return group;
        }

        return null;
    }

    /// <summary>Sees to it that a campaign without a group that takes members gets one, if it has one that is planned.</summary>
    public async Task EnsureWayInAsync(Campaign campaign, DateTimeOffset at, DurableTaskClient sequences)
    {
        if (await campaigns.LiveGroupAsync(campaign) is null && await NextPlannedAsync(campaign) is { } planned) await AskForWayInAsync(planned, at, sequences);
    }

    /// <summary>Has the channel, or a person, make the group's join code; the group opens when it is there.</summary>
    public Task AskForWayInAsync(Group group, DateTimeOffset at, DurableTaskClient sequences) => courier.DeliverAsync(
        new DeliveryRequest($"group-{group.Id}", Step, group.Id, MemberId: null, ChannelAction.OpenJoinCode, DeliveryPriority.Sale, group.Name, at),
        sequences);
}
