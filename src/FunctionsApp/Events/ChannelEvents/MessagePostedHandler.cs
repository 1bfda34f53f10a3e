using Community.Groups.Members;
using Community.Lifecycle.Onboarding;
using Community.Messaging.Channels;
using FunctionsApp.Groups;
using FunctionsApp.Insights.Pushes;
using FunctionsApp.Lifecycle.Onboarding;
using FunctionsApp.Selling.Conversions;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>
/// A member posted a message: its signals count for the conversions of the group, it may be a reply to a push, and an
/// introduction is recorded and answered with the names of veterans.
/// </summary>
public sealed class MessagePostedHandler(
    AttendanceStore attendances, OnboardingService onboarding, InterestListener listener, PostedMessageStore messages)
{
    public Task HandleAsync(string webhookId, ChannelEvent.MessagePosted posted) => Task.WhenAll(
        RecordIntroductionAsync(posted),
        listener.HandleAsync(webhookId, posted),
        messages.AddAsync(webhookId, posted.GroupId, posted.Timestamp));

    async Task RecordIntroductionAsync(ChannelEvent.MessagePosted posted)
    {
        if (IntroductionRules.Read(posted.Text, IntroductionVocabulary.Chinese) is not { } interests) return;
        var introduce = new AttendanceCommand.Introduce(interests, posted.Timestamp);
        var attendance = await attendances.DecideAsync(posted.GroupId, posted.MemberId, introduce);
        // A later message like it is no introduction.
        if (attendance is not null && attendance.Member.IntroducedAt == posted.Timestamp)
            await onboarding.NameVeteransAsync(attendance.Group, attendance.Member);
    }
}
