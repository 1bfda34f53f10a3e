using Community.Lifecycle.Onboarding;
using Community.Messaging.Channels;
using FunctionsApp.Care.Feedback;
using FunctionsApp.Care.SuperUsers;
using FunctionsApp.Care.Violations;
using FunctionsApp.Insights.Pushes;
using FunctionsApp.Lifecycle.Introductions;
using FunctionsApp.Selling.Conversions;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>
/// A member posted a message: its signals count for the conversions of the group, it may be a reply to a push, and an
/// introduction is recorded and answered with the names of veterans. A complaint, suggestion or question becomes
/// feedback, and an advertisement a violation for a person to look at. The day may count for a super user.
/// </summary>
public sealed class MessagePostedHandler(
    IntroductionService introductions,
    InterestListener listener,
    PostedMessageStore messages,
    FeedbackListener feedback,
    AdvertisementListener advertisements,
    ActiveDayListener activeDays)
{
    public Task HandleAsync(string webhookId, ChannelEvent.MessagePosted posted) => Task.WhenAll(
        RecordIntroductionAsync(posted),
        listener.HandleAsync(webhookId, posted),
        messages.AddAsync(webhookId, posted.GroupId, posted.Timestamp),
        feedback.HandleAsync(webhookId, posted),
        advertisements.HandleAsync(webhookId, posted),
        activeDays.HandleAsync(posted));

    async Task RecordIntroductionAsync(ChannelEvent.MessagePosted posted)
    {
        if (IntroductionRules.Read(posted.Text, IntroductionVocabulary.Chinese) is { } interests)
            await introductions.RecordAsync(posted.GroupId, posted.MemberId, interests, posted.Timestamp);
    }
}
