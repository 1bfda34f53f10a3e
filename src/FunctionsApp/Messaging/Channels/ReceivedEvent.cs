using Community.Messaging.Channels;

namespace FunctionsApp.Messaging.Channels;

/// <summary>
/// A channel event as it was stored: the id of its webhook message, which the sender repeats when it sends the message again, and a
/// <paramref name="Receipt"/> that is unique to this storing.
/// </summary>
public sealed record ReceivedEvent(string WebhookId, ChannelEvent Event, string? Receipt = null)
{
    /// <summary>The queue of these messages.</summary>
    public const string QueueName = "channel-events";
}
