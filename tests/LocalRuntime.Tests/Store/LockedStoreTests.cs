using System.Diagnostics;
using Azure.Storage.Queues;
using LocalRuntime.Storage;
using LocalRuntime.Store;
using LocalRuntime.Tests.Functions;
using Microsoft.Data.Sqlite;

namespace LocalRuntime.Tests.Store;

/// <summary>Another process stands in the middle of a commit: it holds the lock of the file.</summary>
public sealed class LockedStoreTests : IAsyncLifetime
{
    readonly TemporaryFolder folder = new();
    EmbeddedStore store = null!;
    SqliteConnection other = null!;
    QueueClient queue = null!;

    public async ValueTask InitializeAsync()
    {
        store = new EmbeddedStore(folder.File("local.db"));
        await store.WriteAsync(connection => connection.Execute("CREATE TABLE numbers (n INTEGER)"));
        queue = new StorageClients(new OpenStore(store, TimeProvider.System)).Queue(
            StorageClients.EmbeddedConnection, "work");
        other = new SqliteConnection($"Data Source={folder.File("local.db")};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        Run("BEGIN IMMEDIATE");
    }

    public async ValueTask DisposeAsync()
    {
        await other.DisposeAsync();
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Write_fails_within_five_seconds_the_next_ones_at_once_and_all_succeed_after_the_lock()
    {
        var watch = Stopwatch.StartNew();
        Assert.Equal(503, StorageError.From(await Assert.ThrowsAsync<SqliteException>(InsertAsync)).Status);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4));

        watch.Restart();
        for (var i = 0; i < 10; i++) await Assert.ThrowsAsync<SqliteException>(InsertAsync);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Equal(0, Count());

        Run("COMMIT");
        Assert.Equal(1, await InsertAsync());
        Assert.Equal(1, Count());
    }

    [Fact]
    public async Task Client_of_the_store_does_not_repeat_what_the_store_has_waited_for()
    {
        var watch = Stopwatch.StartNew();
        var failure = await Assert.ThrowsAsync<Azure.RequestFailedException>(
            () => queue.CreateAsync(cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(503, failure.Status);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(4));

        Run("COMMIT");
        await queue.CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
    }

    Task<int> InsertAsync() => store.WriteAsync(connection => connection.Execute("INSERT INTO numbers VALUES (1)"));

    long? Count() => store.Read(connection => connection.QueryNumber("SELECT count(*) FROM numbers"));

    void Run(string sql)
    {
        using var command = other.CreateCommand();
#pragma warning disable CA2100 // constants of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
