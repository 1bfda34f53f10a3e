using LocalRuntime.Store;

namespace LocalRuntime.Queues.Embedded;

/// <summary>
/// Messages that a dead process had received. Only for a process that has the store to itself: then whoever held a message is
/// dead, and it may come at once instead of after its visibility timeout. A rest after a failure is cut short too. The attempt that the
/// death cut off stays counted, as the service counts it.
/// </summary>
static class AbandonedMessages
{
    /// <summary>Makes them visible; how many there were.</summary>
    public static Task<int> ReleaseAsync(EmbeddedStore store, DateTimeOffset now) => store.WriteAsync(connection =>
    {
        QueueSchema.Open(connection);
        return connection.Execute("UPDATE queue_messages SET visible_on = $1 WHERE dequeue_count > 0 AND visible_on > $1", now.UtcTicks);
    });
}
