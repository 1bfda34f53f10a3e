using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;
using TestSupport;

namespace FunctionsApp.Tests.Platform.Storage;

/// <summary>A range of rows is read whole, also when it is longer than a page of the service.</summary>
public sealed class LongRangeTests
{
    const int Count = 1_050;

    [Fact]
    public async Task Rows_between_two_keys_are_all_read() =>
        Assert.Equal(Count, (await (await FilledAsync()).BetweenAsync<int>("p", "a-0000", "a-9999")).Count);

    [Fact]
    public async Task Rows_with_a_prefix_are_all_read() =>
        Assert.Equal(Count, (await (await FilledAsync()).AllAsync<int>("p", "a-")).Count);

    static async Task<CatalogTable> FilledAsync()
    {
        var table = new CatalogTable(InMemoryStorage.NewTables(), OptimisticRetry.InRealTime);
        await table.EnsureAsync(TestContext.Current.CancellationToken);
        foreach (var part in Enumerable.Range(0, Count).Chunk(100))
            await table.CommitAsync([.. part.Select(number => Row.Add("p", $"a-{number:d4}", number))]);
        return table;
    }
}
