using Community.Groups;
using Community.Lifecycle;
using Community.Messaging.Channels;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Dissolutions;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>
/// A group is dissolved, as the channel or a staff member reports: the group records it, its staff tasks end, campaigns
/// lead to their next group, and the orchestrations that end the group are notified.
/// </summary>
public sealed class GroupDissolvedHandler(
    GroupStore groups,
    StaffTaskService tasks,
    DeliveryWithdrawal withdrawal,
    CampaignGroupService campaigns,
    TimeProvider clock)
{
    public Task<IReadOnlyList<DurableAction>> HandleAsync(ChannelEvent.GroupDissolved dissolved) =>
        HandleAsync(dissolved.GroupId, dissolved.Timestamp);

    /// <summary>Handles the dissolution at <paramref name="at"/>; an unknown group is ignored.</summary>
    public async Task<IReadOnlyList<DurableAction>> HandleAsync(string groupId, DateTimeOffset at)
    {
        if (await groups.DecideAsync(groupId, new GroupCommand.ConfirmDissolved(at)) is not { } group)
            return DurableAction.None;
        await tasks.CloseTasksOfGroupAsync(groupId);
        await campaigns.FollowGroupAsync(group, clock.GetUtcNow());
        // It still waits when the group was held or the channel did not answer in time.
        await withdrawal.WithdrawAsync(groupId, DissolutionDeliveries.FarewellKey(group), "the group is dissolved");
        return [.. Instances(group).Select(instanceId => Notify(instanceId, groupId))];
    }

    static IEnumerable<string> Instances(Group group)
    {
        if (group.EndRequestedAt is not null) yield return LifecycleInstanceIds.GroupEnd(group.Id);
        if (group.Kind is not GroupKind.Flash) yield break;
        yield return LifecycleInstanceIds.FlashGroup(group.Id);
        yield return LifecycleInstanceIds.CharterDeadline(group.Id);
    }

    static DurableAction.Raise Notify(string instanceId, string groupId) =>
        new(instanceId, WorkflowEvents.Dissolved, groupId);
}
