using Community.Groups;
using Community.Groups.Members;
using Community.Messaging.Channels;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Codes;
using FunctionsApp.Acquisition.Credits;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Onboarding;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>
/// A person came into a group: they are counted, the next group is opened when this one is full, and their onboarding begins. Each step
/// looks at what stands and not at what this delivery of the event changed, so that it may end anywhere and be repeated.
/// </summary>
public sealed class MemberJoinedHandler(
    AttendanceStore attendance, CampaignGroupService campaigns, CodeCache codes, InvitationCrediting crediting, StaffTaskService tasks, OnboardingSettings onboarding, TimeProvider clock)
{
    /// <summary>Counts the member and starts what follows.</summary>
    public async Task HandleAsync(ChannelEvent.MemberJoined joined, DurableTaskClient durable)
    {
        // Only a code that leads somewhere is credited; the person is a member either way.
        var code = joined.State is { } state ? await codes.ResolveAsync(state) : null;
        var join = new AttendanceCommand.Join(joined.Name, code?.Code, joined.InvitedBy, joined.Timestamp);
        if (await attendance.DecideAsync(joined.GroupId, joined.MemberId, join) is not { } after)
        {
            await durable.PerformAsync(await tasks.OpenAsync(NewStaffTasks.CharterGroup(joined.GroupId, clock.GetUtcNow())));
            return;
        }

        await crediting.RecordJoinAsync(joined, after.CampaignIds, code, durable);
        if (after.Group.State is GroupState.Full) await campaigns.ReplaceGroupAsync(after.Group, clock.GetUtcNow(), durable);
        if (onboarding.IsOn && after.Member.JoinedAt == joined.Timestamp && after.Member.IsPresent && after.Group.State <= GroupState.Full)
            await OnboardingStarter.EnsureStartedAsync(durable, new OnboardingInput(joined.GroupId, joined.MemberId, after.Group.Kind));
    }
}
