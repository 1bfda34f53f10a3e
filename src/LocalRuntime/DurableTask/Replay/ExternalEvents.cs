namespace LocalRuntime.DurableTask.Replay;

/// <summary>Matches events and waits by name, ignoring case; both are served in the order in which they came.</summary>
sealed class ExternalEvents(TurnSynchronizationContext thread)
{
    readonly Dictionary<string, LinkedList<TaskCompletionSource<string?>>> waits =
        new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, Queue<(long Order, EventRaised Event)>> buffered =
        new(StringComparer.OrdinalIgnoreCase);
    long order;

    public bool HasWaits => waits.Values.Any(waiting => waiting.Count > 0);

    /// <summary>The events that no wait has taken, in the order in which they came.</summary>
    public IReadOnlyList<EventRaised> Unprocessed =>
        [.. buffered.Values.SelectMany(queue => queue).OrderBy(item => item.Order).Select(item => item.Event)];

    /// <summary>Completes the first wait for the event, or buffers it for a later wait or execution.</summary>
    public void Deliver(EventRaised raised)
    {
        if (!waits.TryGetValue(raised.Name, out var waiting) || waiting.First is not { } first)
        {
            if (!buffered.TryGetValue(raised.Name, out var queue)) buffered.Add(raised.Name, queue = new());
            queue.Enqueue((order++, raised));
            return;
        }

        waiting.Remove(first);
        first.Value.SetResult(raised.Payload);
    }

    /// <summary>The payload of the next event; a canceled wait takes none.</summary>
    public Task<string?> WaitAsync(string name, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<string?>(cancellationToken);
        if (buffered.TryGetValue(name, out var queue) && queue.TryDequeue(out var next))
            return Task.FromResult(next.Event.Payload);
        if (!waits.TryGetValue(name, out var waiting)) waits.Add(name, waiting = new());
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
