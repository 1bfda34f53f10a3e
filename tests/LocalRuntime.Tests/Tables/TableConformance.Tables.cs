using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace LocalRuntime.Tests.Tables;

public abstract partial class TableConformance
{
    [Fact]
    public async Task Creating_a_table_twice_changes_nothing()
    {
        await Table.AddEntityAsync(Entity("p", "r"), Token);
        var again = await Service.CreateTableIfNotExistsAsync(Table.Name, Token);
        Assert.Equal(Table.Name, again.Value.Name);
        Assert.Single(await QueryAsync());
    }

    [Fact]
    public async Task Every_request_to_a_missing_table_is_refused()
    {
        var missing = Service.GetTableClient("missing");
        await RefusedAsync(
            404, TableErrorCode.TableNotFound.ToString(), () => missing.AddEntityAsync(Entity("p", "r"), Token));
        await RefusedAsync(
            404, TableErrorCode.TableNotFound.ToString(),
            () => missing.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Token));
        await RefusedAsync(
            404, TableErrorCode.TableNotFound.ToString(),
            async () => await missing.QueryAsync<TableEntity>(cancellationToken: Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Deleting_a_table_deletes_its_entities()
    {
        await Table.AddEntityAsync(Entity("p", "r"), Token);
        Assert.Equal(204, (await Service.DeleteTableAsync(Table.Name, Token)).Status);
        Assert.Equal(404, (await Service.DeleteTableAsync(Table.Name, Token)).Status);
        await Table.CreateIfNotExistsAsync(Token);
        Assert.Empty(await QueryAsync());
    }

    [Fact]
    public async Task Tables_are_listed_and_can_be_filtered_by_name()
    {
        Assert.Contains(
            await Service.QueryAsync(cancellationToken: Token).ToListAsync(Token), table => table.Name == Table.Name);
        var query = Service.QueryAsync($"TableName eq '{Table.Name}'", cancellationToken: Token);
        var named = await query.ToListAsync(Token);
        Assert.Equal([Table.Name], named.Select(table => table.Name));
    }

    [Theory]
    [InlineData("a-b")]
    [InlineData("1ab")]
    public async Task Table_name_is_alphanumeric_and_begins_with_a_letter(string name)
    {
        await RefusedAsync(400, () => Service.CreateTableIfNotExistsAsync(name, Token));
    }
}
