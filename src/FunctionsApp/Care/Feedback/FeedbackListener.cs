using Community.Care.Feedback;
using Community.Messaging.Channels;
using Community.Platform;
using FunctionsApp.Groups;

namespace FunctionsApp.Care.Feedback;

/// <summary>
/// Hears feedback in the messages of groups, where the channel reports them. A message that is none costs nothing.
/// </summary>
public sealed class FeedbackListener(FeedbackService service, GroupStore groups, TimeProvider clock)
{
    /// <summary>Handles a message, once for each event of the channel. An unknown group is ignored.</summary>
    public async Task HandleAsync(string webhookId, ChannelEvent.MessagePosted posted)
    {
        if (FeedbackRules.Read(posted.Text, FeedbackVocabulary.Chinese) is not { } kind
            || await groups.FindAsync(posted.GroupId) is null) return;
        var now = clock.GetUtcNow();
        await service.HearAsync(new FeedbackItem(
            $"heard-{EffectKey.Digest(webhookId)}",
            posted.GroupId,
            posted.MemberId,
            kind,
            FeedbackRules.Cut(posted.Text),
            FeedbackSource.Group,
            By: null,
            posted.Timestamp < now ? posted.Timestamp : now));
    }
}
