using LocalRuntime.Store;
using Microsoft.Data.Sqlite;

namespace LocalRuntime.DurableTask.Storage;

/// <summary>The store as one engine sees it. An abandoned engine neither reads nor writes any more, as if its process had been killed.</summary>
sealed class DurableStore(EmbeddedStore store)
{
    volatile bool abandoned;

    public bool IsAbandoned => abandoned;

    public void Abandon() => abandoned = true;

    /// <summary>Writes; what is <paramref name="repeatable"/>, such as a lease, may be lost with the machine's power and waits for no disk.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, bool repeatable = false)
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
