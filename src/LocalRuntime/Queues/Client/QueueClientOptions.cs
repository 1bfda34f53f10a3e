using Azure.Core;

namespace Azure.Storage.Queues;

/// <summary>How a queue client talks to its service.</summary>
public class QueueClientOptions : ClientOptions
{
    /// <summary>How message texts travel; as they are by default.</summary>
    public QueueMessageEncoding MessageEncoding { get; set; }
}

/// <summary>How message texts travel.</summary>
public enum QueueMessageEncoding
{
    /// <summary>As they are.</summary>
    None = 0,

    /// <summary>As base64, which the Functions host expects.</summary>
    Base64 = 1,
}
