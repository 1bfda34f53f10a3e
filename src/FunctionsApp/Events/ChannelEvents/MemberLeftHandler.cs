using Community.Groups.Members;
using Community.Messaging.Channels;
using FunctionsApp.Acquisition.Credits;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Onboarding;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>
/// A member left a group: the place is free, the inviter may lose the credit, and the onboarding ends.
/// </summary>
public sealed class MemberLeftHandler(AttendanceStore attendances, InvitationCrediting crediting)
{
    public async Task<IReadOnlyList<DurableAction>> HandleAsync(ChannelEvent.MemberLeft left)
    {
        var leave = new AttendanceCommand.Leave(left.Timestamp);
        if (await attendances.DecideAsync(left.GroupId, left.MemberId, leave) is not { } attendance)
            return DurableAction.None;
        var credits = await crediting.RecordLeaveAsync(left, attendance.CampaignIds);
        return attendance.Member.IsPresent
            ? credits
            : [.. credits, OnboardingActions.Notify(left.GroupId, left.MemberId, OnboardingSignals.Left)];
    }
}
