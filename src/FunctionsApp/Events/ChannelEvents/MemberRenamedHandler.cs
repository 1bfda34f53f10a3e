using Community.Groups.Members;
using Community.Messaging.Channels;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Onboarding;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>A member changed the card name (群名片): the member is updated and the onboarding notified.</summary>
public sealed class MemberRenamedHandler(AttendanceStore attendances)
{
    public async Task<IReadOnlyList<DurableAction>> HandleAsync(ChannelEvent.MemberRenamed renamed)
    {
        var rename = new AttendanceCommand.Rename(renamed.Name, renamed.Timestamp);
        return await attendances.DecideAsync(renamed.GroupId, renamed.MemberId, rename) is null
            ? DurableAction.None
            : [OnboardingActions.Notify(renamed.GroupId, renamed.MemberId, OnboardingSignals.CardName)];
    }
}
