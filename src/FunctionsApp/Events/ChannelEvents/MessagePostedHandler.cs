using Community.Groups.Members;
using Community.Lifecycle.Onboarding;
using Community.Messaging.Channels;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Onboarding;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Selling.Conversions;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>
/// A member posted a message: its signals count for the conversions of the group, and an introduction is recorded and
/// the onboarding notified.
/// </summary>
public sealed class MessagePostedHandler(AttendanceStore attendances, InterestListener listener)
{
    public async Task<IReadOnlyList<DurableAction>> HandleAsync(string webhookId, ChannelEvent.MessagePosted posted)
    {
        var introduction = RecordIntroductionAsync(posted);
        await Task.WhenAll(introduction, listener.HandleAsync(webhookId, posted));
        return await introduction;
    }

    async Task<IReadOnlyList<DurableAction>> RecordIntroductionAsync(ChannelEvent.MessagePosted posted)
    {
        if (IntroductionRules.Read(posted.Text, IntroductionVocabulary.Chinese) is not { } interests)
            return DurableAction.None;
        var introduce = new AttendanceCommand.Introduce(interests, posted.Timestamp);
        return await attendances.DecideAsync(posted.GroupId, posted.MemberId, introduce) is null
            ? DurableAction.None
            : [OnboardingActions.Notify(posted.GroupId, posted.MemberId, OnboardingSignals.Introduced)];
    }
}
