namespace LocalRuntime.Queues;

/// <summary>Tells when a queue has messages, so that it need not be polled. Only the embedded store has one.</summary>
public interface IQueueSchedule
{
    /// <summary>The first instant at which a message of the queue is visible; null when it holds none.</summary>
    DateTimeOffset? NextVisibleAt(string queueName);

    /// <summary>Calls <paramref name="wake"/> after each message that is sent or returned, until disposal.</summary>
    IDisposable OnArrival(string queueName, Action wake);
}
