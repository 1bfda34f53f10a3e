namespace Azure.Storage.Queues.Models;

/// <summary>A queue's metadata and size.</summary>
public class QueueProperties
{
    internal QueueProperties(IDictionary<string, string> metadata, int approximateMessagesCount) =>
        (Metadata, ApproximateMessagesCount) = (metadata, approximateMessagesCount);

    /// <summary>What was noted when the queue was created.</summary>
    public IDictionary<string, string> Metadata { get; }

    /// <summary>How many messages the queue holds, hidden ones included.</summary>
    public int ApproximateMessagesCount { get; }
}
