using Community.Acquisition.Campaigns;
using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Acquisition.Campaigns;

/// <summary>
/// Keeps a campaign's code working: it leads to the next group that takes members, to a planned group that is given a join link, or a
/// staff task asks for a group.
/// </summary>
public sealed class CampaignGroupService(
    CampaignStore campaigns, GroupStore groups, DeliveryDispatcher dispatcher, StaffTaskService tasks)
{
    /// <summary>Moves every campaign that fills this group to its next group. A repeat changes nothing.</summary>
    public async Task<IReadOnlyList<DurableAction>> ReplaceGroupAsync(Group closed, DateTimeOffset at)
    {
        List<DurableAction> actions = [];
        foreach (var id in await groups.CampaignsAsync(closed.Id))
        {
            if (await campaigns.FindAsync(id) is { Value: var campaign } && campaign.GroupIds.Contains(closed.Id))
                actions.AddRange(await EnsureLiveGroupAsync(campaign, at));
        }

        return actions;
    }

    /// <summary>
    /// Makes the first group that takes members the live one. Without such a group it asks for a join link of the next planned group,
    /// and without a planned group it opens a staff task.
    /// </summary>
    public async Task<IReadOnlyList<DurableAction>> EnsureLiveGroupAsync(Campaign campaign, DateTimeOffset at)
    {
        if (campaign.At(at) >= CampaignState.Closed) return DurableAction.None;
        if (await campaigns.LiveGroupAsync(campaign) is { } live)
        {
            await campaigns.SetLiveGroupAsync(campaign.Id, live.Id);
            return DurableAction.None;
        }

        return await NextPlannedAsync(campaign) is { } planned
            ? await dispatcher.DeliverAsync(OpenJoinCode(planned, at))
            : await tasks.OpenAsync(CampaignTasks.AddGroup(campaign, at));
    }

    static NewDelivery OpenJoinCode(Group group, DateTimeOffset at) => new(
        $"group-{group.Id}",
        "open-join-code",
        group.Id,
        MemberId: null,
        ChannelAction.OpenJoinCode,
        DeliveryPriority.Sale,
        group.Name,
        at);

    async Task<Group?> NextPlannedAsync(Campaign campaign)
    {
        foreach (var id in campaign.GroupsFromLive())
        {
            if (await groups.FindAsync(id) is { Value: { State: GroupState.Planned } group }) return group;
        }

        return null;
    }
}
