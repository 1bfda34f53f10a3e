using Community.Groups.Members;
using Community.Messaging.Channels;
using FunctionsApp.Acquisition.Credits;
using FunctionsApp.Care.SuperUsers;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>
/// A member left a group: the place is free, the inviter may lose the credit, and the staff tasks about the member are
/// withdrawn.
/// </summary>
public sealed class MemberLeftHandler(
    AttendanceStore attendances,
    InvitationCrediting crediting,
    StaffTaskService tasks,
    SuperUserService superUsers)
{
    public async Task<IReadOnlyList<DurableAction>> HandleAsync(ChannelEvent.MemberLeft left)
    {
        var leave = new AttendanceCommand.Leave(left.Timestamp);
        if (await attendances.DecideAsync(left.GroupId, left.MemberId, leave) is not { } attendance)
            return DurableAction.None;
        var credits = await crediting.RecordLeaveAsync(left, attendance.CampaignIds);
        if (!attendance.Member.IsPresent) await tasks.WithdrawTasksOfMemberAsync(left.GroupId, left.MemberId);
        await superUsers.FollowAsync(attendance.Group, attendance.Member);
        return credits;
    }
}
