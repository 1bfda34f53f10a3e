namespace LocalRuntime.Queues;

/// <summary>Splits a queue's address into the service's and the queue's name, which is its last segment.</summary>
static class QueueUri
{
    public static Uri Service(Uri queue) => new(queue.GetLeftPart(UriPartial.Path)[..^Queue(queue).Length].TrimEnd('/'));

    public static string Queue(Uri queue) => queue.Segments[^1];
}
