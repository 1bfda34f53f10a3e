using Azure.Data.Tables;
using LocalRuntime.Storage;
using LocalRuntime.Store;
using Microsoft.Data.Sqlite;

namespace LocalRuntime.Tests.Store;

public sealed class EmbeddedStoreTests : IAsyncLifetime
{
    readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.db");

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await EmbeddedStores.CloseAsync(path);
        foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(path) + "*")) File.Delete(file);
    }

    [Fact]
    public async Task Failed_write_does_not_affect_the_others_of_its_group()
    {
        var store = EmbeddedStores.Open(path).Store;
        await store.WriteAsync(connection => connection.Execute("CREATE TABLE numbers (n INTEGER)"));
        using var gate = new ManualResetEventSlim();
        var first = store.WriteAsync(connection =>
        {
            gate.Wait(Token); // holds the writer until the whole group is waiting
            return connection.Execute("INSERT INTO numbers VALUES (1)");
        });
        var good = store.WriteAsync(connection => connection.Execute("INSERT INTO numbers VALUES (2)"));
        var bad = store.WriteAsync<int>(connection =>
        {
            connection.Execute("INSERT INTO numbers VALUES (3)");
            throw new InvalidOperationException("on purpose");
        });
        var last = store.WriteAsync(connection => connection.Execute("INSERT INTO numbers VALUES (4)"));
        var before = store.Commits;
        gate.Set();

        await Task.WhenAll(first, good, last);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.Equal(
            [1L, 2L, 4L],
            store.Read(connection => connection.Query("SELECT n FROM numbers ORDER BY n", row => row.GetInt64(0))));
        Assert.InRange(store.Commits - before, 1, 2); // the first alone, the rest together
    }

    [Fact]
    public async Task Store_goes_on_after_a_commit_that_throws()
    {
        var open = EmbeddedStores.Open(path);
        var queue = new StorageClients(open).Queue(StorageClients.EmbeddedConnection, "work");
        open.Store.Committing = _ => throw new InvalidOperationException("on purpose");
        await Assert.ThrowsAnyAsync<Exception>(() => queue.CreateAsync(cancellationToken: Token));
        await Assert.ThrowsAnyAsync<Exception>(() => TableAsync(_ => Task.CompletedTask));

        open.Store.Committing = null;
        await queue.CreateAsync(cancellationToken: Token);
        await TableAsync(async table => await table.AddEntityAsync(new TableEntity("p", "r"), Token));
    }

    [Fact]
    public async Task Commits_are_synchronous()
    {
        var (journal, synchronous) = await EmbeddedStores.Open(path).Store.WriteAsync(connection => (
            connection.QueryFirst("PRAGMA journal_mode", row => row.GetString(0)),
            connection.QueryFirst("PRAGMA synchronous", row => row.GetInt32(0))));
        Assert.Equal(("wal", 2), (journal, synchronous)); // 2 is FULL
    }

    [Fact]
    public async Task Reopening_keeps_entities_and_messages()
    {
        await TableAsync(async table => await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = "文" }, Token));
        var queue = StorageClients.Open(path).Queue(StorageClients.EmbeddedConnection, "q12");
        await queue.CreateIfNotExistsAsync(cancellationToken: Token);
        await queue.SendMessageAsync("m", cancellationToken: Token);
        await EmbeddedStores.CloseAsync(path);

        await TableAsync(async table =>
        {
            var entity = await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Token);
            Assert.Equal("文", entity.Value.GetString("A"));
        });
        var reopened = StorageClients.Open(path).Queue(StorageClients.EmbeddedConnection, "q12");
        Assert.Equal("m", (await reopened.ReceiveMessagesAsync(cancellationToken: Token)).Value.Single().MessageText);
    }

    [Fact]
    public async Task ETags_are_not_reused_after_reopening()
    {
        var tags = new List<Azure.ETag>();
        for (var i = 0; i < 3; i++)
        {
            await TableAsync(async table =>
            {
                var written = await table.UpsertEntityAsync(new TableEntity("p", "r"), cancellationToken: Token);
                tags.Add(written.Headers.ETag!.Value);
            });
            await EmbeddedStores.CloseAsync(path);
        }

        Assert.Equal(3, tags.Distinct().Count());
    }

    [Fact]
    public async Task Closed_store_refuses_reads_and_writes()
    {
        var store = EmbeddedStores.Open(path).Store;
        await EmbeddedStores.CloseAsync(path);
        Assert.Throws<ObjectDisposedException>(
            () => store.Read(connection => connection.QueryFirst("SELECT 1", row => row.GetInt32(0))));
        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => store.WriteAsync(connection => connection.Execute("CREATE TABLE late (n INTEGER)")));
        await store.DisposeAsync(); // a second disposal has no effect
    }

    [Fact]
    public void Store_has_one_clock()
    {
        EmbeddedStores.Open(path);
        var samePath = Path.Combine(Path.GetTempPath(), ".", Path.GetFileName(path));
        Assert.Throws<InvalidOperationException>(() => EmbeddedStores.Open(path, new OtherClock()));
        Assert.Same(
            EmbeddedStores.Open(path).Store,
            EmbeddedStores.Open(samePath, TimeProvider.System).Store);
    }

    async Task TableAsync(Func<TableClient, Task> use)
    {
        var table = StorageClients.Open(path).Tables().GetTableClient("table");
        await table.CreateIfNotExistsAsync(Token);
        await use(table);
    }

    sealed class OtherClock : TimeProvider;

    [Fact]
    public async Task Only_a_group_of_repeatable_writes_does_not_wait_for_the_disk()
    {
        const long Normal = 1;
        const long Full = 2;
        var store = EmbeddedStores.Open(path).Store;
        Assert.Equal(Full, await store.WriteAsync(Synchronous));
        Assert.Equal(Normal, await store.WriteAsync(Synchronous, repeatable: true));
        Assert.Equal(Full, await store.WriteAsync(Synchronous));
    }

    // SQLite returns the value at the time of compilation, so the pragma is compiled each time.
    static long Synchronous(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous";
        return (long)command.ExecuteScalar()!;
    }
}
