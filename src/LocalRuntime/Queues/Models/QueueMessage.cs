using LocalRuntime.Queues;

namespace Azure.Storage.Queues.Models;

/// <summary>A message that was received and is hidden until <see cref="NextVisibleOn"/>.</summary>
public class QueueMessage
{
    internal QueueMessage(StoredMessage message, BinaryData body)
    {
        (MessageId, PopReceipt, Body) = (message.Id, message.PopReceipt, body);
        (InsertedOn, ExpiresOn, NextVisibleOn, DequeueCount) = (message.InsertedOn, message.ExpiresOn, message.NextVisibleOn, message.DequeueCount);
    }

    /// <summary>Names the message within its queue.</summary>
    public string MessageId { get; }

    /// <summary>Proves this receipt; needed to delete or update the message.</summary>
    public string PopReceipt { get; }

    /// <summary>The body as text.</summary>
    public string MessageText => Body.ToString();

    /// <summary>The body, decoded.</summary>
    public BinaryData Body { get; }

    /// <summary>When the message was sent.</summary>
    public DateTimeOffset? InsertedOn { get; }

    /// <summary>When the message is dropped.</summary>
    public DateTimeOffset? ExpiresOn { get; }

    /// <summary>When others see the message again.</summary>
    public DateTimeOffset? NextVisibleOn { get; }

    /// <summary>How often the message was received, this time included.</summary>
    public long DequeueCount { get; }
}
