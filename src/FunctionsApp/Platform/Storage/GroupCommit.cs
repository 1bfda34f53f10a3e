namespace FunctionsApp.Platform.Storage;

/// <summary>
/// The number of arrivals by key that are stored together, and the instant at which the batch was closed.
/// </summary>
public sealed record CountedBatch<TKey>(DateTimeOffset At, IReadOnlyList<KeyValuePair<TKey, int>> Counts);

/// <summary>
/// Group commit: arrivals during one store share the next one, so that storage transactions per arrival fall as load
/// rises. Each arrival is acknowledged when the batch that counts it is stored.
/// </summary>
public sealed class GroupCommit<TKey>
    where TKey : notnull
{
    const string SharedKey = "";

    readonly BatchingWriter<TKey, bool> writer;

    /// <param name="maxKeys">The most keys of one stored batch.</param>
    /// <param name="store">Stores one batch.</param>
    /// <param name="clock">The clock of the batches and of the pauses between them.</param>
    public GroupCommit(int maxKeys, Func<CountedBatch<TKey>, Task> store, TimeProvider clock) => writer = new(
        maxItems: int.MaxValue,
        async (_, keys) =>
        {
            foreach (var counts in keys.CountBy(key => key).Chunk(maxKeys))
                await store(new CountedBatch<TKey>(clock.GetUtcNow(), counts));
            return new bool[keys.Count];
        },
        new ArrivalGathering(clock),
        splitsFailedBatches: false);

    /// <summary>Completes when the arrival is stored; fails when its batch could not be stored.</summary>
    public Task RecordAsync(TKey key) => writer.SubmitAsync(SharedKey, key);
}
