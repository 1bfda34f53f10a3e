using Community.Acquisition.Campaigns;
using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using FunctionsApp.Acquisition.JoinWays;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Acquisition.Campaigns;

/// <summary>
/// Keeps a campaign's code working: it leads to the next group that takes members, to a planned group that is given a
/// join link, or a staff task asks for a group.
/// </summary>
public sealed class CampaignGroupService(
    CampaignStore campaigns,
    GroupStore groups,
    DeliveryDispatcher dispatcher,
    DeliveryWithdrawal withdrawal,
    StaffTaskService tasks,
    JoinWayService joinWays)
{
    /// <summary>Moves every campaign that fills this group to its next group. A repeat changes nothing.</summary>
    public async Task ReplaceGroupAsync(Group full, DateTimeOffset at)
    {
        foreach (var campaign in await FilledByAsync(full)) await EnsureLiveGroupAsync(campaign, at);
    }

    /// <summary>
    /// As <see cref="ReplaceGroupAsync"/>, for a group that was edited or ended: the codes follow although the live
    /// group may stay.
    /// </summary>
    public async Task FollowGroupAsync(Group changed, DateTimeOffset at)
    {
        foreach (var campaign in await FilledByAsync(changed))
        {
            await ChooseLiveGroupAsync(campaign, at);
            await joinWays.FollowAsync(campaign.Id);
        }
    }

    /// <summary>
    /// Makes the first group that takes members the live one. Without such a group it asks for a join link of the next
    /// planned group, and without a planned group it opens a staff task.
    /// </summary>
    public async Task EnsureLiveGroupAsync(Campaign campaign, DateTimeOffset at)
    {
        if (await ChooseLiveGroupAsync(campaign, at)) await joinWays.FollowAsync(campaign.Id);
    }

    /// <summary>
    /// Leads the code to an added group when the others are full, and ends the task that asked for it.
    /// </summary>
    public async Task FollowAddedGroupsAsync(Campaign campaign, DateTimeOffset at)
    {
        if (campaign.GroupCountBefore is { } count)
            await tasks.WithdrawAsync(CampaignTasks.AddGroupId(campaign.Id, count), "a group was added");
        await ChooseLiveGroupAsync(campaign, at);
        await joinWays.FollowAsync(campaign.Id);
    }

    /// <summary>Withdraws the task that asks for the join link of a group that has one.</summary>
    public Task WithdrawJoinCodeTaskAsync(Group group) =>
        withdrawal.WithdrawAsync(group.Id, OpenJoinCode(group, default).Key, "the group has a join link");

    static NewDelivery OpenJoinCode(Group group, DateTimeOffset at) => new(
        $"group-{group.Id}",
        "open-join-code",
        group.Id,
        MemberId: null,
        ChannelAction.OpenJoinCode,
        DeliveryPriority.Sale,
        group.Name,
        at);

    async Task<IReadOnlyList<Campaign>> FilledByAsync(Group group)
    {
        List<Campaign> filled = [];
        foreach (var id in await groups.CampaignsAsync(group.Id))
        {
            if (await campaigns.FindAsync(id) is { Value: var campaign } && campaign.GroupIds.Contains(group.Id))
                filled.Add(campaign);
        }

        return filled;
    }

    // True when another group is the live one.
    async Task<bool> ChooseLiveGroupAsync(Campaign campaign, DateTimeOffset at)
    {
        if (campaign.StateAt(at) >= CampaignState.Closed) return false;
        if (await campaigns.FindLiveGroupAsync(campaign) is { } live)
        {
            var decided = await campaigns.DecideAsync(campaign.Id, new CampaignCommand.SetLiveGroup(live.Id));
            return decided is { Events.Count: > 0 };
        }

        if (await FindPlannedGroupAsync(campaign) is { } planned)
            await dispatcher.DeliverAsync(OpenJoinCode(planned, at));
        else await tasks.OpenAsync(CampaignTasks.AddGroup(campaign, await NextNameAsync(campaign), at));
        return false;
    }

    async Task<string?> NextNameAsync(Campaign campaign) =>
        campaign.GroupIds is [.., var last] && await groups.FindAsync(last) is { Value.Naming: { } naming }
            ? naming.Next().ToName()
            : null;

    async Task<Group?> FindPlannedGroupAsync(Campaign campaign)
    {
        foreach (var id in campaign.GroupIdsFromLive())
        {
            if (await groups.FindAsync(id) is { Value: { State: GroupState.Planned } group }) return group;
        }

        return null;
    }
}
