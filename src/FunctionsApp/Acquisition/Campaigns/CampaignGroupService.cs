using Community.Acquisition.Campaigns;
using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Acquisition.Campaigns;

/// <summary>Sees to it that a campaign's code leads somewhere: to the next group with a place, to one that is given a way in, or to a task for a person.</summary>
public sealed class CampaignGroupService(CampaignStore campaigns, GroupStore groups, DeliveryDispatcher dispatcher, StaffTaskService tasks)
{
    /// <summary>Moves every campaign that fills this group on, now that it takes nobody; safe to repeat.</summary>
    public async Task ReplaceGroupAsync(Group shut, DateTimeOffset at, DurableTaskClient durable)
    {
        foreach (var id in await groups.CampaignsAsync(shut.Id))
        {
            if (await campaigns.FindAsync(id) is { Value: var campaign } && campaign.GroupIds.Contains(shut.Id))
                await EnsureLiveGroupAsync(campaign, at, durable);
        }
    }

    /// <summary>The campaign begins at the first group that takes members; without one a planned group is asked a way in for, and without that a person for a group.</summary>
    public async Task EnsureLiveGroupAsync(Campaign campaign, DateTimeOffset at, DurableTaskClient durable)
    {
        if (campaign.At(at) >= CampaignState.Closed) return;
        if (await campaigns.LiveGroupAsync(campaign) is { } live) await campaigns.SetLiveGroupAsync(campaign.Id, live.Id);
        else if (await NextPlannedAsync(campaign) is { } planned) await durable.PerformAsync(await dispatcher.DeliverAsync(WayInto(planned, at)));
        else await durable.PerformAsync(await tasks.OpenAsync(CampaignTasks.AddGroup(campaign, at)));
    }

    static NewDelivery WayInto(Group group, DateTimeOffset at) =>
        new($"group-{group.Id}", "open-join-code", group.Id, MemberId: null, ChannelAction.OpenJoinCode, DeliveryPriority.Sale, group.Name, at);

    async Task<Group?> NextPlannedAsync(Campaign campaign)
    {
        foreach (var id in campaign.GroupsFromLive())
        {
            if (await groups.FindAsync(id) is { Value: { State: GroupState.Planned } group }) return group;
        }

        return null;
    }
}
