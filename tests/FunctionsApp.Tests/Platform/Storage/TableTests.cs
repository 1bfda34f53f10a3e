using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;
using TestSupport;

namespace FunctionsApp.Tests.Platform.Storage;

/// <summary>A single row is written without a transaction and reports conflicts like a transaction.</summary>
public sealed class TableTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Single_row_conflicts_as_in_a_transaction() =>
        await CheckAsync(InMemoryStorage.NewTables());

    [Fact]
    public async Task Single_row_conflicts_as_in_a_transaction_on_Azurite()
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        await CheckAsync(new TableServiceClient(await azurite.ConnectionStringAsync()));
    }

    static async Task CheckAsync(TableServiceClient service)
    {
        var table = new CatalogTable(service, OptimisticRetry.InRealTime);
        await table.EnsureAsync(TestContext.Current.CancellationToken);
        var partition = $"p{Guid.NewGuid():N}";

        await table.CommitAsync(Row.Add(partition, "r", "first"));
        Assert.False(await table.TryCommitAsync(Row.Add(partition, "r", "again")));
        var read = (await table.FindAsync<string>(partition, "r"))!;
        await table.CommitAsync(Row.Write(partition, "r", "second", read));
        await Assert.ThrowsAsync<ConflictException>(
            () => table.CommitAsync(Row.Write(partition, "r", "outdated", read)));
        await Assert.ThrowsAsync<ConflictException>(() => table.CommitAsync(Row.Delete(partition, "r", read.ETag)));
        await table.CommitAsync(Row.Put(partition, "r", "third"));
        Assert.Equal("third", (await table.FindAsync<string>(partition, "r"))!.Value);

        await table.CommitAsync(Row.Delete(partition, "r", (await table.FindAsync<string>(partition, "r"))!.ETag));
        await Assert.ThrowsAsync<ConflictException>(() => table.CommitAsync(Row.Delete(partition, "r", read.ETag)));
        await Assert.ThrowsAsync<ConflictException>(() => table.CommitAsync(Row.Write(partition, "r", "gone", read)));
        Assert.Null(await table.FindAsync<string>(partition, "r"));
    }
}
