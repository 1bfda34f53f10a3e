using Community.Messaging.Channels;

namespace FunctionsApp.Messaging.Channels;

/// <summary>
/// A stored channel event: the id of its webhook message, which a repeat of the message has too, and a
/// <paramref name="Receipt"/> that is unique to this row.
/// </summary>
public sealed record ReceivedEvent(string WebhookId, ChannelEvent Event, string? Receipt = null)
{
    /// <summary>The queue of these messages.</summary>
    public const string QueueName = "channel-events";
}
