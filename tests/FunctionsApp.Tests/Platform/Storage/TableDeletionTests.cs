using FunctionsApp.Platform.Storage;
using TestSupport;

namespace FunctionsApp.Tests.Platform.Storage;

/// <summary>Rows are deleted in as many transactions as their number needs.</summary>
public sealed class TableDeletionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(250)]
    public async Task Rows_are_deleted_whatever_their_number(int count)
    {
        var table = await NewTableAsync();
        for (var row = 0; row < count; row++) await table.CommitAsync(Row.Add("p", $"old-{row:d3}", row));
        await table.CommitAsync(Row.Add("p", "new-000", -1));

        await table.DeleteAsync("p", await table.AllAsync<int>("p", "old-"));

        Assert.Empty(await table.AllAsync<int>("p", "old-"));
        Assert.Single(await table.AllAsync<int>("p", "new-"));
    }

    [Fact]
    public async Task A_row_that_changed_since_it_was_read_is_not_deleted()
    {
        var table = await NewTableAsync();
        await table.CommitAsync(Row.Add("p", "a", 1), Row.Add("p", "b", 2));
        var read = await table.AllAsync<int>("p", "a");
        await table.CommitAsync(Row.Write("p", "a", 3, read[0]));

        await Assert.ThrowsAsync<ConflictException>(() => table.DeleteAsync("p", read));

        Assert.Equal(3, (await table.FindAsync<int>("p", "a"))!.Value);
    }

    static async Task<CatalogTable> NewTableAsync()
    {
        var table = new CatalogTable(InMemoryStorage.NewTables(), OptimisticRetry.InRealTime);
        await table.EnsureAsync(TestContext.Current.CancellationToken);
        return table;
    }
}
