using System.Collections.Immutable;

namespace LocalRuntime.Queues.Embedded;

/// <summary>The listeners that are called when a message arrives, by queue.</summary>
sealed class QueueArrivals
{
    readonly ConcurrentDictionary<string, ImmutableList<Action>> listeners = new(StringComparer.Ordinal);

    public IDisposable Add(string queue, Action wake)
    {
        listeners.AddOrUpdate(queue, [wake], (_, existing) => existing.Add(wake));
        return new Subscription(() => listeners.AddOrUpdate(queue, [], (_, existing) => existing.Remove(wake)));
    }

    public void Announce(string queue)
    {
        foreach (var wake in listeners.GetValueOrDefault(queue, [])) wake();
    }

    sealed class Subscription(Action end) : IDisposable
    {
        Action? end = end;

        public void Dispose() => Interlocked.Exchange(ref end, null)?.Invoke();
    }
}
