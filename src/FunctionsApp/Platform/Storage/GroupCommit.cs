namespace FunctionsApp.Platform.Storage;

/// <summary>How often each thing was seen: one part of what is stored together, at the instant it was closed.</summary>
public sealed record CountedBatch<TKey>(DateTimeOffset At, IReadOnlyList<KeyValuePair<TKey, int>> Counts);

/// <summary>
/// Group commit: while one message is being stored, what arrives gathers for the next. Each arrival is acknowledged when the message that holds
/// it is stored; under load many share one, so storage transactions per arrival fall as load rises.
/// </summary>
public sealed class GroupCommit<TKey>(int mostKeys, Func<CountedBatch<TKey>, Task> store, TimeProvider clock)
    where TKey : notnull
{
    const int MaxReadings = 10;

    static readonly TimeSpan MaxPause = TimeSpan.FromMilliseconds(20);

    readonly Lock sync = new();
    PendingBatch gathering = new();
    bool storing;

    /// <summary>Completes when the arrival is stored; fails when it could not be.</summary>
    public Task RecordAsync(TKey key)
    {
        Task stored;
        lock (sync)
        {
            gathering.Add(key);
            stored = gathering.Stored.Task;
            if (storing) return stored;
            storing = true;
        }

        _ = StoreAllAsync();
        return stored;
    }

    async Task StoreAllAsync()
    {
        await ReadWaitingRequestsAsync();
        while (TakeNext() is { } batch)
        {
            var started = clock.GetTimestamp();
            try
            {
                foreach (var part in batch.Counts.Chunk(mostKeys)) await store(new CountedBatch<TKey>(clock.GetUtcNow(), part));
                batch.Stored.SetResult();
            }
#pragma warning disable CA1031 // everyone of this batch is told; the next batch is tried anew
            catch (Exception failure)
#pragma warning restore CA1031
            {
                batch.Stored.SetException(failure);
            }

            if (batch.Items > 1) await Task.Delay(PauseAfter(clock.GetElapsedTime(started)), clock);
            await ReadWaitingRequestsAsync();
        }
    }

    // Where storing takes long, a pause half as long lets the crowd that was just answered come back and share one message, not two in turns.
    static TimeSpan PauseAfter(TimeSpan took) => took < MaxPause * 2 ? took / 2 : MaxPause;

    // Requests that have arrived are read first, for as long as they bring something; under a stream that never ends, only so many times.
    async Task ReadWaitingRequestsAsync()
    {
        var before = 0;
        for (var times = 0; times < MaxReadings && Gathered is var now && now != before; times++)
        {
            before = now;
            await Task.Yield();
        }
    }

    int Gathered
    {
        get
        {
            lock (sync) return gathering.Items;
        }
    }

    PendingBatch? TakeNext()
    {
        lock (sync)
        {
            if (gathering.Items == 0)
            {
                storing = false;
                return null;
            }

            var taken = gathering;
            gathering = new PendingBatch();
            return taken;
        }
    }

    sealed class PendingBatch
    {
        public Dictionary<TKey, int> Counts { get; } = [];

        public TaskCompletionSource Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Items { get; private set; }

        public void Add(TKey key)
        {
            Items++;
            Counts[key] = Counts.GetValueOrDefault(key) + 1;
        }
    }
}
