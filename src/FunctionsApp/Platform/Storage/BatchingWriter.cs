namespace FunctionsApp.Platform.Storage;

/// <summary>
/// Writes the items of one key together. Items that arrive during a write wait, and the next write takes them in their
/// order, so that the items of one transaction share its cost (flat combining: Hendler, Incze, Shavit, Tzafrir 2010).
/// Other processes conflict in the storage as before.
/// </summary>
/// <param name="maxItems">The most items of one write.</param>
/// <param name="write">Writes items of a key; returns a result for each item in their order.</param>
/// <param name="gathering">The waits for further items before a write; null for none.</param>
/// <param name="splitsFailedBatches">
/// True when each item of a failed write is written again alone, so that no item fails because of another.
/// </param>
public sealed class BatchingWriter<TItem, TResult>(
    int maxItems,
    Func<string, IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> write,
    ArrivalGathering? gathering = null,
    bool splitsFailedBatches = true)
{
    readonly Lock sync = new();
    readonly Dictionary<string, List<PendingItem>> busy = new(StringComparer.Ordinal);

    /// <summary>Completes with the result of the item when the item is written; fails when its write failed.</summary>
    public Task<TResult> SubmitAsync(string key, TItem item)
    {
        var pending = new PendingItem(item);
        lock (sync)
        {
            if (busy.TryGetValue(key, out var waiting))
            {
                waiting.Add(pending);
                gathering?.OnArrival(waiting.Count);
                return pending.Completion.Task;
            }

            busy[key] = [pending];
        }

        _ = RunAsync(key);
        return pending.Completion.Task;
    }

    async Task RunAsync(string key)
    {
        if (gathering is not null) await gathering.WaitForArrivalsAsync(() => CountWaiting(key));
        while (TakeBatch(key) is { } batch)
        {
            if (gathering is null) await WriteAllAsync(key, batch);
            else await gathering.RunAsync(() => WriteAllAsync(key, batch), batch.Count, () => CountWaiting(key));
        }
    }

    async Task WriteAllAsync(string key, List<PendingItem> batch)
    {
        if (await TryWriteAsync(key, batch, isLastAttempt: !splitsFailedBatches || batch.Count == 1)) return;
        foreach (var item in batch) await TryWriteAsync(key, [item], isLastAttempt: true);
    }

    // True when every item has its result or its failure.
    async Task<bool> TryWriteAsync(string key, List<PendingItem> batch, bool isLastAttempt)
    {
        try
        {
            var results = await write(key, [.. batch.Select(pending => pending.Item)]);
            for (var i = 0; i < batch.Count; i++) batch[i].Completion.SetResult(results[i]);
            return true;
        }
#pragma warning disable CA1031 // the failure belongs to the callers that wait for these items
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (isLastAttempt) batch.ForEach(pending => pending.Completion.SetException(failure));
            return isLastAttempt;
        }
    }

    int CountWaiting(string key)
    {
        lock (sync) return busy[key].Count;
    }

    List<PendingItem>? TakeBatch(string key)
    {
        lock (sync)
        {
            var waiting = busy[key];
            if (waiting.Count == 0)
            {
                busy.Remove(key);
                return null;
            }

            var batch = waiting[..Math.Min(maxItems, waiting.Count)];
            waiting.RemoveRange(0, batch.Count);
            return batch;
        }
    }

    sealed record PendingItem(TItem Item)
    {
        public TaskCompletionSource<TResult> Completion { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
