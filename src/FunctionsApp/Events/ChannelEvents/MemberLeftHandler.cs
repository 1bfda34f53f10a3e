using Community.Groups.Members;
using Community.Lifecycle;
using Community.Messaging.Channels;
using FunctionsApp.Acquisition.Credits;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Onboarding;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>A person went: the place is free, their inviter may lose them, and nobody reminds them of anything.</summary>
public sealed class MemberLeftHandler(AttendanceStore attendance, InvitationCrediting crediting)
{
    /// <summary>Counts the member out and tells their onboarding.</summary>
    public async Task HandleAsync(ChannelEvent.MemberLeft left, DurableTaskClient durable)
    {
        var decided = await attendance.DecideAsync(left.GroupId, left.MemberId, new AttendanceCommand.Leave(left.Timestamp));
        if (decided is null) return;
        await crediting.RecordLeaveAsync(left, decided.CampaignIds, durable);
        if (decided is { Member.IsPresent: false })
            await durable.RaiseEventAsync(LifecycleInstanceIds.Onboarding(left.GroupId, left.MemberId), OnboardingSignals.Left, "");
    }
}
