using Community.Groups.Members;
using Community.Messaging.Channels;
using Community.Platform;
using FunctionsApp.Acquisition.Credits;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Onboarding;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>A person went: the place is free, their inviter may lose them, and nobody reminds them of anything.</summary>
public sealed class Departures(AttendanceStore attendance, Crediting crediting)
{
    /// <summary>Counts the member out and tells their onboarding.</summary>
    public async Task HandleAsync(ChannelEvent.MemberLeft left, DurableTaskClient sequences)
    {
        var decided = await attendance.DecideAsync(left.GroupId, left.MemberId, new AttendanceCommand.Leave(left.Timestamp));
        if (decided is null) return;
        await crediting.DepartAsync(left, decided.CampaignIds, sequences);
        if (decided is { Member.IsPresent: false })
            await sequences.RaiseEventAsync(InstanceIds.Onboarding(left.GroupId, left.MemberId), OnboardingNews.Left, "");
    }
}
