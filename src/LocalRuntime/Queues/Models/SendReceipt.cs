namespace Azure.Storage.Queues.Models;

/// <summary>What the service says of a message it has taken.</summary>
public class SendReceipt
{
    internal SendReceipt(string messageId, DateTimeOffset insertionTime, DateTimeOffset expirationTime, string popReceipt, DateTimeOffset timeNextVisible)
    {
        (MessageId, PopReceipt) = (messageId, popReceipt);
        (InsertionTime, ExpirationTime, TimeNextVisible) = (insertionTime, expirationTime, timeNextVisible);
    }

    /// <summary>Names the message within its queue.</summary>
    public string MessageId { get; }

    /// <summary>When the message was taken.</summary>
    public DateTimeOffset InsertionTime { get; }

    /// <summary>When the message is dropped.</summary>
    public DateTimeOffset ExpirationTime { get; }

    /// <summary>Lets the sender delete or update the message.</summary>
    public string PopReceipt { get; }

    /// <summary>When the message can be received.</summary>
    public DateTimeOffset TimeNextVisible { get; }
}
