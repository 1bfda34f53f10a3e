namespace LocalRuntime.Store;

/// <summary>
/// A SQLite file that holds tables, queues and orchestrations. Writes that arrive together share one commit (group
/// commit). Each of several runs in its own savepoint, so a failed write does not affect the others. A completed write
/// survives the death of the process and, unless it is repeatable, a loss of power: journal mode WAL with synchronous
/// FULL. While another process holds the lock of the file, a write fails after two seconds and the next ones at once.
/// </summary>
public sealed class EmbeddedStore : IAsyncDisposable
{
    const int MaxGroupSize = 256;
    const int MaxLockWait = 2_000;
    const int LockWaitAfterFailure = 25;

    readonly BlockingCollection<PendingWrite> pending = [];
    readonly ConcurrentBag<SqliteConnection> idleReaders = [];
    readonly SqliteConnection writer;
    readonly Lock memory = new();
    readonly Thread? thread;
    readonly bool inMemory;
    readonly bool inline;
    bool synced = true;
    bool isLocked;
    volatile bool closed;

    /// <summary>Opens or creates a store: a file, or <c>:memory:</c> with any suffix for this process only.</summary>
    public EmbeddedStore(string path)
        : this(path, inline: false)
    {
    }

    /// <summary>With <paramref name="inline"/> the caller's thread runs each write, which is deterministic.</summary>
    internal EmbeddedStore(string path, bool inline)
    {
        (Path, this.inline) = (path, inline);
        inMemory = path.StartsWith(":memory:", StringComparison.Ordinal);
        if (!inMemory && System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        writer = Connect();
        writer.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY;");
        if (inline) return;
        thread = new Thread(CommitGroups) { IsBackground = true, Name = "embedded store writer" };
        thread.Start();
    }

    public string Path { get; }

    /// <summary>Whether completed writes survive a loss of power, for which each commit waits for the disk.</summary>
    internal bool SurvivesPowerLoss { get; init; } = true;

    /// <summary>The number of transactions that were committed since the store was opened.</summary>
    public long Commits { get; private set; }

    /// <summary>Called before each commit with its number. Tests end the process here.</summary>
    public Action<long>? Committing { get; set; }

    /// <summary>
    /// Runs <paramref name="write"/> on the writer's thread in a transaction and completes when it is committed. An
    /// exception rolls back this write alone and is rethrown to its caller. The delegate must not block. The caller of
    /// a <paramref name="repeatable"/> write repeats it after a loss of power; a group of such writes does not wait for
    /// the disk.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, bool repeatable = false)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        var item = new PendingWrite<T>(write, repeatable);
        if (inline) CommitGroup([item]);
        else pending.Add(item);
        return item.Completion.Task;
    }

    /// <summary>Runs <paramref name="read"/> on a connection that sees all completed writes.</summary>
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

    /// <summary>Throws <see cref="SqliteException"/> when the file is damaged. The time grows with its size.</summary>
    public void Check()
    {
        var result = Read(connection => connection.QueryFirst("PRAGMA quick_check(1)", row => row.GetString(0)));
        if (result != "ok") throw new SqliteException(result, raw.SQLITE_CORRUPT);
    }

    /// <summary>Commits the pending writes and closes the file.</summary>
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
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = inMemory ? ":memory:" : Path,
            Pooling = false,
            DefaultTimeout = MaxLockWait / 1_000,
        }.ToString());
        connection.Open();
        return connection;
    }

    void CommitGroups()
    {
        var group = new List<PendingWrite>();
        foreach (var first in pending.GetConsumingEnumerable())
        {
            group.Clear();
            group.Add(first);
            while (group.Count < MaxGroupSize && pending.TryTake(out var next)) group.Add(next);
            CommitGroup(group);
        }
    }

    // Reads of a store in memory use the writer's connection, so a commit excludes them. A file's readers take no lock.
    void CommitGroup(List<PendingWrite> group)
    {
        lock (memory) Commit(group);
        foreach (var item in group) item.Complete();
    }

    void Commit(List<PendingWrite> group)
    {
        try
        {
            SyncCommits(SurvivesPowerLoss && !group.TrueForAll(item => item.Repeatable));
            Begin();
            if (!TryRun(group))
            {
                writer.Execute("ROLLBACK");
                return;
            }

            Committing?.Invoke(Commits + 1);
            writer.Execute("COMMIT");
            Commits++;
        }
        catch (Exception failure) // the transaction has failed with all of its writes, and the thread goes on
        {
            foreach (var item in group) item.Fail(failure);
            try
            {
                writer.Execute("ROLLBACK");
            }
            catch (SqliteException)
            {
                // SQLite has already rolled back.
            }
        }
    }

    // False when nothing is to be committed.
    bool TryRun(List<PendingWrite> group)
    {
        if (group is [var only]) return only.TryRun(writer);
        foreach (var item in group)
        {
            writer.Execute("SAVEPOINT one");
            if (!item.TryRun(writer)) writer.Execute("ROLLBACK TO one");
            writer.Execute("RELEASE one");
        }

        return true;
    }

    // A command of the provider waits for whole seconds at least. Nobody else locks a store in memory.
    void Begin()
    {
        if (inMemory)
        {
            writer.Execute("BEGIN IMMEDIATE");
            return;
        }

        raw.sqlite3_busy_timeout(writer.Handle, isLocked ? LockWaitAfterFailure : MaxLockWait);
        var result = raw.sqlite3_exec(writer.Handle, "BEGIN IMMEDIATE");
        isLocked = result == raw.SQLITE_BUSY;
        SqliteException.ThrowExceptionForRC(result, writer.Handle);
    }

    // SQLite applies this pragma when it compiles it, so it is not prepared.
    void SyncCommits(bool sync)
    {
        if (inMemory || sync == synced) return;
        writer.ExecuteScript(sync ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
        synced = sync;
    }
}
