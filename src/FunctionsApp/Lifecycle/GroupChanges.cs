using Community.Groups;
using Community.Lifecycle;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Onboarding;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Lifecycle;

sealed class GroupChanges(
    CampaignGroupService campaigns, StaffTaskService tasks, OnboardingService onboarding, TimeProvider clock)
    : IGroupChanges
{
    public async Task<IReadOnlyList<DurableAction>> FollowPlacesAsync(Group group)
    {
        if (group.JoinUrl is not null) await campaigns.WithdrawJoinCodeTaskAsync(group);
        await campaigns.FollowGroupAsync(group, clock.GetUtcNow());
        // The orchestration of a flash group waits for a join link until the group is open.
        return group.Kind is GroupKind.Flash
            ? [new DurableAction.Raise(LifecycleInstanceIds.FlashGroup(group.Id), WorkflowEvents.Edit)]
            : DurableAction.None;
    }

    public Task FollowTextsAsync(Group group) => onboarding.FollowTextsAsync(group);

    public Task FollowOwnerAsync(Group group) => tasks.AssignTasksOfGroupAsync(group.Id, group.Owner);
}
