namespace FunctionsApp.Platform.Storage;

/// <summary>
/// Makes the writers of one process that change the same rows wait for each other, because each conflict in the storage
/// costs three round trips. Other processes still conflict in the storage, so results do not depend on it.
/// </summary>
public sealed class KeyedLock : IDisposable
{
    const int Count = 64;

    readonly SemaphoreSlim[] locks = [.. Enumerable.Range(0, Count).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Runs the work when no other work runs for this key.</summary>
    public async Task<T> RunAsync<T>(string key, Func<Task<T>> work)
    {
        var semaphore = locks[IndexOf(key)];
        await semaphore.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            semaphore.Release();
        }
    }

    // The runtime's hash differs between processes, and a simulated run must repeat exactly.
    static uint IndexOf(string key) => key.Aggregate(17u, (hash, c) => unchecked((hash * 31) + c)) % Count;

    /// <inheritdoc />
    public void Dispose() => Array.ForEach(locks, semaphore => semaphore.Dispose());
}
