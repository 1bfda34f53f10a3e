namespace LocalRuntime.Queues;

/// <summary>What a queue listener needs to know beyond the official client: when to look next. Only the embedded store can tell.</summary>
public interface IQueueSchedule
{
    /// <summary>The earliest instant at which a message of the queue is or becomes visible; null when it holds none.</summary>
    DateTimeOffset? NextVisibleAt(string queueName);

    /// <summary>Calls <paramref name="wake"/> after each message sent to the queue or given back to it, until disposed.</summary>
    IDisposable OnArrival(string queueName, Action wake);
}
