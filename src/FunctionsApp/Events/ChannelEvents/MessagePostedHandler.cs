using Community.Groups.Members;
using Community.Lifecycle;
using Community.Lifecycle.Onboarding;
using Community.Messaging.Channels;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Onboarding;
using FunctionsApp.Selling.Conversions;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>Reads a message: an introduction is recorded and their onboarding notified, and conversions that listen to the group count its signals.</summary>
public sealed class MessagePostedHandler(AttendanceStore attendance, InterestListener listener)
{
    public Task HandleAsync(string webhookId, ChannelEvent.MessagePosted posted, DurableTaskClient durable) =>
        Task.WhenAll(RecordIntroductionAsync(posted, durable), listener.HandleAsync(webhookId, posted));

    async Task RecordIntroductionAsync(ChannelEvent.MessagePosted posted, DurableTaskClient durable)
    {
        if (IntroductionRules.Read(posted.Text, IntroductionVocabulary.Chinese) is not { } interests) return;
        var introduce = new AttendanceCommand.Introduce(interests, posted.Timestamp);
        if (await attendance.DecideAsync(posted.GroupId, posted.MemberId, introduce) is null) return;
        await durable.RaiseEventAsync(LifecycleInstanceIds.Onboarding(posted.GroupId, posted.MemberId), OnboardingSignals.Introduced, "");
    }
}
