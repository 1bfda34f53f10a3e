using Community.Care.Feedback;
using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Sending;

namespace FunctionsApp.Care.Feedback;

/// <summary>Sends answers to members and outcomes to groups, each once.</summary>
public sealed class FeedbackMessages(DeliveryDispatcher dispatcher, TimeProvider clock)
{
    // Far below the time for which the ledger knows what was sent.
    static readonly TimeSpan Repeatable = TimeSpan.FromDays(1);

    /// <summary>Sends what the feedback tells, unless it was sent before or is old.</summary>
    public async Task SendAsync(FeedbackItem item, Group group)
    {
        if (!group.IsAlive) return;
        foreach (var answer in item.Answers.Where(answer => answer.TellsMember && IsNew(answer.At)))
            await dispatcher.DeliverAsync(ToMessage(item, group, answer), group);
        if (item.Outcome is { TellsGroup: true } outcome && IsNew(outcome.At))
            await dispatcher.DeliverAsync(ToMessage(item, outcome));
    }

    bool IsNew(DateTimeOffset at) => clock.GetUtcNow() - at < Repeatable;

    static NewDelivery ToMessage(FeedbackItem item, Group group, FeedbackAnswer answer) => new(
        CauseOf(item),
        FormattableString.Invariant($"answer-{answer.Number}"),
        item.GroupId,
        item.MemberId,
        ChannelAction.SendToMember,
        DeliveryPriority.Ordinary,
        FeedbackTexts.Answer(item.Kind, group, answer.Text),
        answer.At);

    static NewDelivery ToMessage(FeedbackItem item, FeedbackOutcome outcome) => new(
        CauseOf(item),
        "outcome",
        item.GroupId,
        MemberId: null,
        ChannelAction.SendToGroup,
        DeliveryPriority.Ordinary,
        FeedbackTexts.Outcome(item.Kind, outcome.Text),
        outcome.At);

    static string CauseOf(FeedbackItem item) => $"feedback-{item.Id}";
}
