using Azure.Storage.Queues;

namespace FunctionsApp.Platform.Storage;

/// <summary>
/// Queues whose messages are read and written as they are. A client that decodes base64 cannot receive a message that
/// is not base64.
/// </summary>
public sealed class RawQueues(QueueServiceClient service)
{
    /// <summary>The end of the name of a poison queue, as the Functions host makes it.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>The queue of this name.</summary>
    public QueueClient Get(string name) => service.GetQueueClient(name);
}
