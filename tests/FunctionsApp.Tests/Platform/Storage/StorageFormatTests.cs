using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Tests.Acquisition.Standings;
using LocalRuntime.Store;
using TestSupport;

namespace FunctionsApp.Tests.Platform.Storage;

/// <summary>The tests run alone, because one counts storage requests and all tests share the counter.</summary>
[Collection(nameof(CountedAlone))]
public sealed class StorageFormatTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Empty_store_gets_the_version_of_the_app(bool usesAzurite)
    {
        var catalog = await CatalogAsync(usesAzurite);

        await new StorageFormat(catalog).EnsureAsync();

        Assert.Equal(StorageFormat.Version, await VersionAsync(catalog));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Store_of_the_same_version_is_accepted(bool usesAzurite)
    {
        var catalog = await CatalogAsync(usesAzurite);
        await new StorageFormat(catalog).EnsureAsync();
        await new IdCatalog(catalog).AddAsync("groups", "tea-1");

        await new StorageFormat(catalog).EnsureAsync();

        Assert.Equal(StorageFormat.Version, await VersionAsync(catalog));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Store_with_rows_and_no_version_is_refused(bool usesAzurite)
    {
        var catalog = await CatalogAsync(usesAzurite);
        await new IdCatalog(catalog).AddAsync("groups", "tea-1");

        var refused = await Assert.ThrowsAsync<StorageFormatException>(new StorageFormat(catalog).EnsureAsync);

        Assert.Equal(
            "The store was written by an unknown version of the stored format and this app needs version 6: "
            + "start with an empty store, there is no migration before 1.0.",
            refused.Message);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, StorageFormat.Version + 1)]
    [InlineData(true, 1)]
    [InlineData(true, StorageFormat.Version + 1)]
    public async Task Store_of_another_version_is_refused(bool usesAzurite, int version)
    {
        var catalog = await CatalogAsync(usesAzurite);
        await catalog.CommitAsync(Row.Put(StorageFormat.Partition, StorageFormat.VersionRow, version));
        await new IdCatalog(catalog).AddAsync("groups", "tea-1");

        var refused = await Assert.ThrowsAsync<StorageFormatException>(new StorageFormat(catalog).EnsureAsync);

        Assert.StartsWith(
            $"The store was written by version {version} of the stored format",
            refused.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Instances_that_start_together_agree_on_the_version(bool usesAzurite)
    {
        var catalog = await CatalogAsync(usesAzurite);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => new StorageFormat(catalog).EnsureAsync()));

        Assert.Equal(StorageFormat.Version, await VersionAsync(catalog));
    }

    [Fact]
    public async Task Check_takes_two_requests_on_an_empty_store_and_one_later()
    {
        var catalog = await CatalogAsync(usesAzurite: false);

        var before = StorageTransactions.Embedded;
        await new StorageFormat(catalog).EnsureAsync();
        var first = StorageTransactions.Embedded;
        await new StorageFormat(catalog).EnsureAsync();

        Assert.Equal((2, 1), (first - before, StorageTransactions.Embedded - first));
    }

    async Task<CatalogTable> CatalogAsync(bool usesAzurite)
    {
        Assert.SkipWhen(usesAzurite && NodePeers.Skipped, "AZURITE=skip");
        var service = usesAzurite
            ? new TableServiceClient(await azurite.ConnectionStringAsync())
            : InMemoryStorage.NewTables();
        await service.DeleteTableAsync("Catalog");
        var catalog = new CatalogTable(service, OptimisticRetry.InRealTime);
        await catalog.EnsureAsync(CancellationToken.None);
        return catalog;
    }

    static async Task<int?> VersionAsync(CatalogTable catalog) =>
        (await catalog.FindAsync<int>(StorageFormat.Partition, StorageFormat.VersionRow))?.Value;
}
