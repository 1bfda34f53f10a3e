using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace LocalRuntime.Store;

/// <summary>
/// One SQLite file that holds tables, queues and orchestrations. Writers that arrive together share one commit
/// (group commit), each inside its own savepoint, so that one's failure leaves the others whole. A completed write
/// outlives the process, and the machine's power too: journal mode WAL with synchronous FULL, unless the write is said to be repeatable.
/// </summary>
public sealed class EmbeddedStore : IAsyncDisposable
{
    const int LargestGroup = 256;

    readonly BlockingCollection<PendingWrite> pending = [];
    readonly ConcurrentBag<SqliteConnection> idleReaders = [];
    readonly SqliteConnection writer;
    readonly Lock memory = new();
    readonly Thread? thread;
    readonly bool inMemory;
    readonly bool inline;
    bool synced = true;
    volatile bool closed;

    /// <summary>Opens or creates the store. <paramref name="path"/> is a file, or <c>:memory:</c> with any suffix for a store of this process alone.</summary>
    public EmbeddedStore(string path)
        : this(path, inline: false)
    {
    }

    /// <summary>As the other; <paramref name="inline"/>, each write is done at once by the thread that asks for it, so that nothing depends on two threads' speed.</summary>
    internal EmbeddedStore(string path, bool inline)
    {
        Path = path;
        this.inline = inline;
        inMemory = path.StartsWith(":memory:", StringComparison.Ordinal);
        if (!inMemory && System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        writer = Connect();
        writer.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY;");
        if (inline) return;
        thread = new Thread(CommitGroups) { IsBackground = true, Name = "embedded store writer" };
        thread.Start();
    }

    /// <summary>The path the store was opened with.</summary>
    public string Path { get; }

    /// <summary>How many transactions were committed since the store was opened; several writes may share one.</summary>
    public long Commits { get; private set; }

    /// <summary>Called before each commit with its ordinal. Tests end the process here to prove that every commit is a safe place to die.</summary>
    public Action<long>? Committing { get; set; }

    /// <summary>
    /// Runs <paramref name="write"/> on the writer's connection inside a transaction; completes when it is committed.
    /// An exception rolls back this write alone and is rethrown to its caller. The delegate runs on the writer's thread and must not block.
    /// A <paramref name="repeatable"/> write outlives the process but perhaps not a loss of power, after which its caller does it again:
    /// it waits for no disk unless others of its group must.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, bool repeatable = false)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        var item = new PendingWrite<T>(write, repeatable);
        if (inline) CommitAlone(item);
        else pending.Add(item);
        return item.Completion.Task;
    }

    /// <summary>Runs <paramref name="read"/> on a connection that sees every completed write.</summary>
    public T Read<T>(Func<SqliteConnection, T> read)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        if (inMemory)
        {
            lock (memory) return read(writer);
        }

        if (!idleReaders.TryTake(out var connection)) connection = Connect();
        try
        {
            return read(connection);
        }
        finally
        {
            if (closed) Close(connection);
            else idleReaders.Add(connection);
        }
    }

    /// <summary>Commits what was asked for and closes the file.</summary>
    public ValueTask DisposeAsync()
    {
        if (closed) return ValueTask.CompletedTask;
        closed = true;
        pending.CompleteAdding();
        thread?.Join();
        foreach (var reader in idleReaders) Close(reader);
        Close(writer);
        pending.Dispose();
        return ValueTask.CompletedTask;
    }

    static void Close(SqliteConnection connection)
    {
        PreparedCommands.Forget(connection);
        connection.Dispose();
    }

    SqliteConnection Connect()
    {
        // Pooling would keep the file open after Dispose; prepared commands live as long as their connection.
        var settings = new SqliteConnectionStringBuilder { DataSource = inMemory ? ":memory:" : Path, Pooling = false, DefaultTimeout = 30 };
        var connection = new SqliteConnection(settings.ToString());
        connection.Open();
        return connection;
    }

    void CommitAlone(PendingWrite item)
    {
        lock (memory) Commit([item]);
        item.Complete();
    }

    void CommitGroups()
    {
        var group = new List<PendingWrite>();
        foreach (var first in pending.GetConsumingEnumerable())
        {
            group.Clear();
            group.Add(first);
            while (group.Count < LargestGroup && pending.TryTake(out var next)) group.Add(next);
            if (inMemory)
            {
                lock (memory) Commit(group);
            }
            else
            {
                Commit(group);
            }

            foreach (var item in group) item.Complete();
        }
    }

    void Commit(List<PendingWrite> group)
    {
        try
        {
            SyncCommits(!group.TrueForAll(item => item.Repeatable));
            writer.Execute("BEGIN IMMEDIATE");
            foreach (var item in group)
            {
                writer.Execute("SAVEPOINT one");
                if (!item.TryRun(writer)) writer.Execute("ROLLBACK TO one");
                writer.Execute("RELEASE one");
            }

            Committing?.Invoke(Commits + 1);
            writer.Execute("COMMIT");
            Commits++;
        }
        catch (SqliteException failure)
        {
            // The transaction is gone with its writes: every caller learns it, none is told success.
            foreach (var item in group) item.Fail(failure);
            try
            {
                writer.Execute("ROLLBACK");
            }
            catch (SqliteException)
            {
                // SQLite had already rolled back by itself
            }
        }
    }

    // SQLite obeys this pragma when it compiles it, so a prepared one would be obeyed only once.
    void SyncCommits(bool sync)
    {
        if (sync == synced) return;
        using var command = writer.CreateCommand();
        if (sync) command.CommandText = "PRAGMA synchronous=FULL";
        else command.CommandText = "PRAGMA synchronous=NORMAL";
        command.ExecuteNonQuery();
        synced = sync;
    }
}
