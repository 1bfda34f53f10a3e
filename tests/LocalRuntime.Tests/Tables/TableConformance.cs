using Azure;
using Azure.Data.Tables;

namespace LocalRuntime.Tests.Tables;

/// <summary>The behaviour of tables on every transport. Each test has its own table.</summary>
public abstract partial class TableConformance : IAsyncLifetime
{
    protected TableServiceClient Service { get; private set; } = null!;

    protected TableClient Table { get; private set; } = null!;

    protected virtual int MaxKeyLength => 1_024;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Service = await ConnectAsync();
        Table = Service.GetTableClient($"t{Guid.NewGuid():N}");
        await Table.CreateIfNotExistsAsync(Token);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (Service is not null) await Service.DeleteTableAsync(Table.Name, CancellationToken.None);
    }

    /// <summary>The service, by a client whose options <paramref name="configure"/> may change.</summary>
    protected abstract Task<TableServiceClient> ConnectAsync(Action<TableClientOptions>? configure = null);

    protected static TableEntity Entity(
        string partitionKey, string rowKey, params (string Name, object Value)[] properties)
    {
        var entity = new TableEntity(partitionKey, rowKey);
        foreach (var (name, value) in properties) entity[name] = value;
        return entity;
    }

    protected async Task<TableEntity> ReadAsync(string partitionKey, string rowKey) =>
        (await Table.GetEntityAsync<TableEntity>(partitionKey, rowKey, cancellationToken: Token)).Value;

    protected async Task<List<TableEntity>> QueryAsync(string? filter = null) =>
        await Table.QueryAsync<TableEntity>(filter, cancellationToken: Token).ToListAsync(Token);

    protected static async Task RefusedAsync(int status, string code, Func<Task> call)
    {
        var refusal = await Assert.ThrowsAnyAsync<RequestFailedException>(call);
        Assert.Equal((status, code), (refusal.Status, refusal.ErrorCode));
    }

    protected static async Task RefusedAsync(int status, Func<Task> call) =>
        Assert.Equal(status, (await Assert.ThrowsAsync<RequestFailedException>(call)).Status);
}
