using Community.Groups;
using Community.Lifecycle;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Lifecycle;

sealed class GroupPlaces(CampaignGroupService campaigns, TimeProvider clock) : IGroupPlaces
{
    public async Task<IReadOnlyList<DurableAction>> FollowAsync(Group group)
    {
        if (group.JoinUrl is not null) await campaigns.WithdrawJoinCodeTaskAsync(group);
        var actions = await campaigns.ReplaceGroupAsync(group, clock.GetUtcNow());
        // The orchestration of a flash group waits for a join link until the group is open.
        return group.Kind is GroupKind.Flash
            ? [.. actions, new DurableAction.Raise(LifecycleInstanceIds.FlashGroup(group.Id), WorkflowEvents.Edit)]
            : actions;
    }
}
