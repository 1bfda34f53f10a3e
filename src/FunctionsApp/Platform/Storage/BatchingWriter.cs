namespace FunctionsApp.Platform.Storage;

/// <summary>
/// Flat combining (Hendler, Incze, Shavit, Tzafrir 2010): what is asked of a key while it is at work is done together as soon as it is free, in
/// the order of asking, so that what is written in one transaction costs each a share of it. Other processes are met in the storage as ever.
/// Where several fail together each is done once more alone, so that one's failure is its own.
/// </summary>
public sealed class BatchingWriter<TItem, TResult>(int most, Func<string, IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> work)
{
    readonly Lock sync = new();
    readonly Dictionary<string, List<PendingItem>> busy = new(StringComparer.Ordinal);

    /// <summary>What came of the item: <paramref name="key"/>'s work gives a result for each item, in their order.</summary>
    public Task<TResult> SubmitAsync(string key, TItem item)
    {
        var asked = new PendingItem(item);
        lock (sync)
        {
            if (busy.TryGetValue(key, out var waiting))
            {
                waiting.Add(asked);
                return asked.Done.Task;
            }

            busy[key] = [asked];
        }

        _ = WorkAsync(key);
        return asked.Done.Task;
    }

    async Task WorkAsync(string key)
    {
        while (Next(key) is { } together)
        {
            if (await TryAsync(key, together)) continue;
            foreach (var one in together) await TryAsync(key, [one]);
        }
    }

    // True when everyone was told what came of it; false where several failed together, so that nobody knows whose failure it is.
    async Task<bool> TryAsync(string key, List<PendingItem> together)
    {
        try
        {
            var results = await work(key, [.. together.Select(one => one.Item)]);
            for (var i = 0; i < together.Count; i++) together[i].Done.SetResult(results[i]);
            return true;
        }
#pragma warning disable CA1031 // whatever it is belongs to whoever asked
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (together is not [var alone]) return false;
            alone.Done.SetException(failure);
            return true;
        }
    }

    List<PendingItem>? Next(string key)
    {
        lock (sync)
        {
            var waiting = busy[key];
            if (waiting.Count == 0)
            {
                busy.Remove(key);
                return null;
            }

            var together = waiting[..Math.Min(most, waiting.Count)];
            waiting.RemoveRange(0, together.Count);
            return together;
        }
    }

    sealed record PendingItem(TItem Item)
    {
        public TaskCompletionSource<TResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
