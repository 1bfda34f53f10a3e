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
    public async Task A_missing_table_is_named_by_every_request()
    {
        var missing = Service.GetTableClient("missing");
        await RefusedAsync(404, TableErrorCode.TableNotFound.ToString(), () => missing.AddEntityAsync(Entity("p", "r"), Token));
        await RefusedAsync(404, TableErrorCode.TableNotFound.ToString(), () => missing.GetEntityAsync<Azure.Data.Tables.TableEntity>("p", "r", cancellationToken: Token));
        await RefusedAsync(404, TableErrorCode.TableNotFound.ToString(), async () => await missing.QueryAsync<Azure.Data.Tables.TableEntity>(cancellationToken: Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_deleted_table_takes_its_entities_along()
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
        Assert.Contains(await Service.QueryAsync(cancellationToken: Token).ToListAsync(Token), table => table.Name == Table.Name);
        var named = await Service.QueryAsync($"TableName eq '{Table.Name}'", cancellationToken: Token).ToListAsync(Token);
        Assert.Equal([Table.Name], named.Select(table => table.Name));
    }

    [Theory]
    [InlineData("a-b")]
    [InlineData("1ab")]
    public async Task A_table_name_is_alphanumeric_and_begins_with_a_letter(string name)
    {
        var refusal = await Assert.ThrowsAsync<Azure.RequestFailedException>(() => Service.CreateTableIfNotExistsAsync(name, Token));
        Assert.Equal(400, refusal.Status);
    }
}
