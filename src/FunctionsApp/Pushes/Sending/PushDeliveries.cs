using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Platform;
using Community.Pushes.Occurrences;
using FunctionsApp.Content.Sending;

namespace FunctionsApp.Pushes.Sending;

/// <summary>The one delivery of a push.</summary>
static class PushDeliveries
{
    const string CausePrefix = "push-";
    const string Step = "push";

    public static string CauseOf(string pushId) => CausePrefix + pushId;

    /// <summary>The id of the push that requested the delivery; null for other deliveries.</summary>
    public static string? FindPushId(Delivery delivery) =>
        delivery.Step == Step && delivery.Cause.StartsWith(CausePrefix, StringComparison.Ordinal)
            ? delivery.Cause[CausePrefix.Length..]
            : null;

    public static string KeyOf(Push push) => EffectKey.From(CauseOf(push.Id), Step, push.GroupId);

    public static NewDelivery Create(Push push, ContentMessage message, DateTimeOffset at) => new(
        CauseOf(push.Id),
        Step,
        push.GroupId,
        MemberId: null,
        ChannelAction.SendToGroup,
        DeliveryPriority.Push,
        message.Text,
        at)
    {
        Attachments = message.Attachments.Count == 0 ? null : message.Attachments,
    };
}
