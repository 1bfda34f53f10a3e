using Community.Groups.Members;
using Community.Lifecycle.Onboarding;
using Community.Messaging.Channels;
using Community.Platform;
using Community.Platform.Texts;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Onboarding;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>What members say and call themselves, as far as their onboarding waits for it.</summary>
public sealed class MessagePostedHandler(AttendanceStore attendance)
{
    /// <summary>A card name (群名片): kept on the member, and told to their onboarding.</summary>
    public async Task HandleAsync(ChannelEvent.MemberRenamed renamed, DurableTaskClient durable)
    {
        if (await attendance.DecideAsync(renamed.GroupId, renamed.MemberId, new AttendanceCommand.Rename(renamed.Name, renamed.Timestamp)) is not null)
            await durable.RaiseEventAsync(InstanceIds.Onboarding(renamed.GroupId, renamed.MemberId), OnboardingSignals.CardName, "");
    }

    /// <summary>A message: if it is an introduction, its interests are kept on the member and their onboarding is told.</summary>
    public async Task HandleAsync(ChannelEvent.MessagePosted posted, DurableTaskClient durable)
    {
        if (IntroductionRules.Read(posted.Text, Phrasebook.Chinese.Introductions) is not { } interests) return;
        if (await attendance.DecideAsync(posted.GroupId, posted.MemberId, new AttendanceCommand.Introduce(interests, posted.Timestamp)) is not null)
            await durable.RaiseEventAsync(InstanceIds.Onboarding(posted.GroupId, posted.MemberId), OnboardingSignals.Introduced, "");
    }
}
