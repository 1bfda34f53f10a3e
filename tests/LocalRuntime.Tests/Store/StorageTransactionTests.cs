using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using LocalRuntime.Storage;
using LocalRuntime.Store;
using TestSupport;

namespace LocalRuntime.Tests.Store;

/// <summary>The counters are the process's, so these tests run while no other does.</summary>
[CollectionDefinition(nameof(CountedAlone), DisableParallelization = true)]
public sealed class CountedAlone;

/// <summary>What a storage account would bill.</summary>
[Collection(nameof(CountedAlone))]
public sealed class StorageTransactionTests(AzuriteFixture azurite)
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_a_page_and_a_batch_are_one_each()
    {
        var path = $":memory:{Guid.NewGuid()}";
        var table = StorageClients.Open(path).Tables().GetTableClient("table");
        await table.CreateIfNotExistsAsync(Token);

        Assert.Equal(1, await CountAsync(() => table.SubmitTransactionAsync(
            Enumerable.Range(0, 5).Select(i => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"{i}"))), Token)));
        Assert.Equal(1, await CountAsync(() => table.GetEntityAsync<TableEntity>("p", "0", cancellationToken: Token)));
        Assert.Equal(3, await CountAsync(async () => await table.QueryAsync<TableEntity>(maxPerPage: 2, cancellationToken: Token).ToListAsync(Token)));
        await EmbeddedStores.CloseAsync(path);
    }

    [Fact]
    public async Task Over_HTTP_a_retry_is_one_more()
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        var options = new QueueClientOptions();
        new StorageClients(open: null).Configure(options);
        UnreliableTransport.Configure(options, RequestMethod.Post, Unreliability.AnswerLost);
        var queue = new QueueClient(await azurite.ConnectionStringAsync(), $"q{Guid.NewGuid():N}", options);
        await queue.CreateIfNotExistsAsync(cancellationToken: Token);
        var before = StorageTransactions.Http;
        await queue.SendMessageAsync("a", cancellationToken: Token);
        Assert.Equal(2, StorageTransactions.Http - before);
    }

    static async Task<long> CountAsync(Func<Task> call)
    {
        var before = StorageTransactions.Embedded;
        await call();
        return StorageTransactions.Embedded - before;
    }
}
