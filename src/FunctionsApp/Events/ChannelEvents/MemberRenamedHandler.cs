using Community.Groups.Members;
using Community.Lifecycle;
using Community.Messaging.Channels;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Onboarding;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>Records a member's card name (群名片) and notifies their onboarding.</summary>
public sealed class MemberRenamedHandler(AttendanceStore attendance)
{
    public async Task HandleAsync(ChannelEvent.MemberRenamed renamed, DurableTaskClient durable)
    {
        var rename = new AttendanceCommand.Rename(renamed.Name, renamed.Timestamp);
        if (await attendance.DecideAsync(renamed.GroupId, renamed.MemberId, rename) is null) return;
        await durable.RaiseEventAsync(LifecycleInstanceIds.Onboarding(renamed.GroupId, renamed.MemberId), OnboardingSignals.CardName, "");
    }
}
