using Azure;

namespace LocalRuntime.DurableTask.Storage;

/// <summary>The store of one engine. An abandoned engine reads and writes nothing more.</summary>
sealed class DurableStore(EmbeddedStore store)
{
    volatile bool abandoned;

    public bool IsAbandoned => abandoned;

    public IStorageGate? Gate { get; set; }

    public void Abandon() => abandoned = true;

    /// <summary>
    /// Writes in one transaction. A <paramref name="repeatable"/> write, such as a lease, may be lost with the
    /// machine's power and does not wait for the disk.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, bool repeatable = false) => Gate is null || repeatable
        ? CommitAsync(write, repeatable)
        : Gate.PassAsync(
            new StorageRequest("durable", "write", write.Method.Name, "", IsWrite: true),
            () => CommitAsync(write, repeatable),
            error => throw new RequestFailedException(error.Status, error.Message, error.Code, innerException: null));

    async Task<T> CommitAsync<T>(Func<SqliteConnection, T> write, bool repeatable)
    {
        var written = await store.WriteAsync(
            connection =>
            {
                ThrowIfAbandoned();
                return write(connection);
            },
            repeatable);
        ThrowIfAbandoned();
        return written;
    }

    public T Read<T>(Func<SqliteConnection, T> read)
    {
        ThrowIfAbandoned();
        return store.Read(read);
    }

    void ThrowIfAbandoned()
    {
        if (abandoned) throw new OperationCanceledException("The engine was abandoned.");
    }
}
