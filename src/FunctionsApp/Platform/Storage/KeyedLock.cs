namespace FunctionsApp.Platform.Storage;

/// <summary>
/// Writers of one process who want the same rows wait for each other here, where it costs nothing, and not by conflicts in the storage, where
/// each lost race is three more round trips. Other processes are met there as ever: this changes no result.
/// </summary>
public sealed class KeyedLock : IDisposable
{
    const int Count = 64;

    readonly SemaphoreSlim[] lanes = [.. Enumerable.Range(0, Count).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Does the work when nobody else does any for this key.</summary>
    public async Task<T> RunAsync<T>(string key, Func<Task<T>> work)
    {
        var lane = lanes[IndexOf(key)];
        await lane.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            lane.Release();
        }
    }

    // Not the runtime's hash, which is another in every process: a simulated run must be the same run when it is repeated.
    static uint IndexOf(string key) => key.Aggregate(17u, (hash, c) => unchecked((hash * 31) + c)) % Count;

    /// <inheritdoc />
    public void Dispose() => Array.ForEach(lanes, lane => lane.Dispose());
}
