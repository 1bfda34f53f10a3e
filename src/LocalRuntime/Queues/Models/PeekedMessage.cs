using LocalRuntime.Queues;

namespace Azure.Storage.Queues.Models;

/// <summary>A message that was looked at and is as visible as before.</summary>
public class PeekedMessage
{
    internal PeekedMessage(StoredMessage message, BinaryData body)
    {
        (MessageId, Body) = (message.Id, body);
        (InsertedOn, ExpiresOn, DequeueCount) = (message.InsertedOn, message.ExpiresOn, message.DequeueCount);
    }

    /// <summary>Names the message within its queue.</summary>
    public string MessageId { get; }

    /// <summary>The body as text.</summary>
    public string MessageText => Body.ToString();

    /// <summary>The body, decoded.</summary>
    public BinaryData Body { get; }

    /// <summary>When the message was sent.</summary>
    public DateTimeOffset? InsertedOn { get; }

    /// <summary>When the message is dropped.</summary>
    public DateTimeOffset? ExpiresOn { get; }

    /// <summary>How often the message was received.</summary>
    public long DequeueCount { get; }
}
