using Community.Groups.Members;
using Community.Messaging.Channels;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Onboarding;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>A member changed the card name (群名片): the member is updated, and the reminder of it ends.</summary>
public sealed class MemberRenamedHandler(AttendanceStore attendances, OnboardingService onboarding)
{
    public async Task HandleAsync(ChannelEvent.MemberRenamed renamed)
    {
        var rename = new AttendanceCommand.Rename(renamed.Name, renamed.Timestamp);
        if (await attendances.DecideAsync(renamed.GroupId, renamed.MemberId, rename) is { } attendance)
            await onboarding.EndReminderAsync(attendance.Group, attendance.Member);
    }
}
