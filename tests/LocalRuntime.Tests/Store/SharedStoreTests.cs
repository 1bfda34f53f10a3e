using Azure;
using Azure.Data.Tables;
using LocalRuntime.Storage;
using LocalRuntime.Store;
using LocalRuntime.Tables.Entities;

namespace LocalRuntime.Tests.Store;

/// <summary>One store in memory under several names, each with its own gate, as a simulation uses it.</summary>
public sealed class SharedStoreTests : IAsyncLifetime
{
    readonly EmbeddedStore store = new($":memory:{Guid.NewGuid():n}", inline: true);
    readonly string first = $":memory:{Guid.NewGuid():n}";
    readonly string second = $":memory:{Guid.NewGuid():n}";
    readonly Gate gate = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        var open = new OpenStore(store, TimeProvider.System) { Hosts = new HashSet<string>(StringComparer.Ordinal) };
        EmbeddedStores.Share(first, open with { Gate = gate });
        EmbeddedStores.Share(second, open);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Write_under_one_name_is_read_under_the_other()
    {
        await TableOf(first).CreateIfNotExistsAsync(Token);
        await TableOf(first).AddEntityAsync(new TableEntity("p", "r"), Token);
        await EmbeddedStores.CloseAsync(first);

        Assert.Equal(
            "r", (await TableOf(second).GetEntityAsync<TableEntity>("p", "r", cancellationToken: Token)).Value.RowKey);
    }

    [Fact]
    public async Task Request_that_the_gate_refuses_has_no_effect()
    {
        await TableOf(first).CreateIfNotExistsAsync(Token);
        gate.Times = 0;

        var refused = await Assert.ThrowsAsync<RequestFailedException>(
            () => TableOf(first).AddEntityAsync(new TableEntity("p", "r"), Token));

        Assert.Equal(503, refused.Status);
        Assert.False(
            (await TableOf(second).GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Token)).HasValue);
    }

    [Fact]
    public async Task Request_that_is_performed_twice_conflicts_with_itself()
    {
        await TableOf(first).CreateIfNotExistsAsync(Token);
        var queue = StorageClients.Open(first).Queue(StorageClients.EmbeddedConnection, "twice");
        await queue.CreateIfNotExistsAsync(cancellationToken: Token);
        gate.Times = 2;

        var conflict = await Assert.ThrowsAsync<RequestFailedException>(
            () => TableOf(first).AddEntityAsync(new TableEntity("p", "r"), Token));
        await queue.SendMessageAsync("a message", cancellationToken: Token);

        Assert.Equal(409, conflict.Status);
        Assert.Equal(2, (await queue.GetPropertiesAsync(Token)).Value.ApproximateMessagesCount);
    }

    static TableClient TableOf(string path) => StorageClients.Open(path).Tables().GetTableClient("Shared");

    sealed class Gate : IStorageGate
    {
        /// <summary>How often each write is performed; 0 refuses it.</summary>
        public int Times { get; set; } = 1;

        public async Task<T> PassAsync<T>(StorageRequest request, Func<Task<T>> perform, Func<StorageError, T> refuse)
        {
            var answer = refuse(new StorageError(503, "ServerBusy", "The server is busy."));
            for (var time = 0; time < (request.IsWrite ? Times : 1); time++) answer = await perform();
            return answer;
        }

        public IReadOnlyList<EntityWrite> Alter(string table, IReadOnlyList<EntityWrite> writes) => writes;
    }
}
