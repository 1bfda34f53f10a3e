using LocalRuntime.DurableTask.History;

namespace LocalRuntime.DurableTask.Replay;

/// <summary>Brings events and those who wait for them together: by name regardless of case, first come first served on both sides.</summary>
sealed class ExternalEvents(TurnSynchronizationContext thread)
{
    readonly Dictionary<string, LinkedList<TaskCompletionSource<string?>>> waiters = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, Queue<(long Order, EventRaised Event)>> buffered = new(StringComparer.OrdinalIgnoreCase);
    long order;

    /// <summary>True while somebody waits.</summary>
    public bool Awaited => waiters.Values.Any(waiting => waiting.Count > 0);

    /// <summary>What nobody has waited for, in the order it came.</summary>
    public IReadOnlyList<EventRaised> Unprocessed => [.. buffered.Values.SelectMany(queue => queue).OrderBy(e => e.Order).Select(e => e.Event)];

    /// <summary>Gives the event to the first who waits, or keeps it.</summary>
    public void Deliver(EventRaised raised)
    {
        if (!waiters.TryGetValue(raised.Name, out var waiting) || waiting.First is not { } first)
        {
            Keep(raised);
            return;
        }

        waiting.Remove(first);
        first.Value.SetResult(raised.Payload);
    }

    /// <summary>Keeps the event for a later wait, or for the next execution.</summary>
    public void Keep(EventRaised raised)
    {
        if (!buffered.TryGetValue(raised.Name, out var queue)) buffered.Add(raised.Name, queue = new());
        queue.Enqueue((order++, raised));
    }

    /// <summary>The payload of the next event; a wait that is cancelled takes none.</summary>
    public Task<string?> WaitAsync(string name, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<string?>(cancellationToken);
        if (buffered.TryGetValue(name, out var queue) && queue.TryDequeue(out var kept)) return Task.FromResult(kept.Event.Payload);
        if (!waiters.TryGetValue(name, out var waiting)) waiters.Add(name, waiting = new());
        var node = waiting.AddLast(new TaskCompletionSource<string?>());
        cancellationToken.Register(() =>
        {
            if (!thread.IsCurrent || node.List is null) return;
            waiting.Remove(node);
            node.Value.SetCanceled(cancellationToken);
        });
        return node.Value.Task;
    }
}
