using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using LocalRuntime.Storage;
using LocalRuntime.Store;
using TestSupport;

namespace LocalRuntime.Tests.Store;

/// <summary>The process has one set of counters, so these tests run alone.</summary>
[CollectionDefinition(nameof(StorageTransactionCollection), DisableParallelization = true)]
public sealed class StorageTransactionCollection;

[Collection(nameof(StorageTransactionCollection))]
public sealed class StorageTransactionTests(AzuriteFixture azurite)
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_call_page_and_batch_counts_once()
    {
        var path = $":memory:{Guid.NewGuid()}";
        var table = StorageClients.Open(path).Tables().GetTableClient("table");
        await table.CreateIfNotExistsAsync(Token);

        var actions = Enumerable.Range(0, 5).Select(i =>
            new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"{i}")));
        Assert.Equal(1, await CountAsync(() => table.SubmitTransactionAsync(actions, Token)));
        Assert.Equal(1, await CountAsync(() => table.GetEntityAsync<TableEntity>("p", "0", cancellationToken: Token)));
        var pages = table.QueryAsync<TableEntity>(maxPerPage: 2, cancellationToken: Token);
        Assert.Equal(3, await CountAsync(async () => await pages.ToListAsync(Token)));
        await EmbeddedStores.CloseAsync(path);
    }

    [Fact]
    public async Task Retry_over_HTTP_counts_again()
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
