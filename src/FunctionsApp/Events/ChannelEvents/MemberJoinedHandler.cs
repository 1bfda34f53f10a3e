using Community.Acquisition.Posters;
using Community.Groups;
using Community.Groups.Members;
using Community.Messaging.Channels;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Codes;
using FunctionsApp.Acquisition.Credits;
using FunctionsApp.Care.SuperUsers;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Onboarding;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>
/// A member joined a group. Each step reads the stored state and not what this delivery of the event changed, so the
/// event can be repeated after a failure at any point.
/// </summary>
public sealed class MemberJoinedHandler(
    AttendanceStore attendances,
    CampaignGroupService campaigns,
    CodeCache codes,
    InvitationCrediting crediting,
    StaffTaskService tasks,
    OnboardingService onboarding,
    ScanEntry scanEntry,
    SuperUserService superUsers,
    TimeProvider clock)
{
    public async Task<IReadOnlyList<DurableAction>> HandleAsync(ChannelEvent.MemberJoined joined)
    {
        var code = joined.State is { } state ? await codes.ResolveAsync(state) : null;
        if (await RecordAttendanceAsync(joined, code) is not { } attendance)
        {
            // A person who was in a group before its charter is no newcomer later.
            await tasks.OpenAsync(NewStaffTasks.CharterGroup(joined.GroupId, clock.GetUtcNow()));
            return await crediting.RecordJoinAsync(joined, campaignIds: [], code);
        }

        var actions = await crediting.RecordJoinAsync(joined, attendance.CampaignIds, code);
        if (attendance.Group.State is GroupState.Full || scanEntry.IsOver(attendance.Group))
            await campaigns.ReplaceGroupAsync(attendance.Group, clock.GetUtcNow());
        await onboarding.GreetAsync(attendance.Group, attendance.Member, joined.Timestamp);
        await superUsers.FollowAsync(attendance.Group, attendance.Member);
        return actions;
    }

    // A text that is not the code of a campaign is dropped; the person is a member in either case.
    Task<AttendanceResult?> RecordAttendanceAsync(ChannelEvent.MemberJoined joined, JoinCode? code)
    {
        var join = new AttendanceCommand.Join(joined.Name, code?.Code, joined.InvitedBy, joined.Timestamp);
        return attendances.DecideAsync(joined.GroupId, joined.MemberId, join);
    }
}
