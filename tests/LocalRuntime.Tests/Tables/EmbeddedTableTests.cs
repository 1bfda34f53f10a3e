using Azure.Data.Tables;
using LocalRuntime.Storage;
using LocalRuntime.Store;

namespace LocalRuntime.Tests.Tables;

/// <summary>Tables in a store of this process.</summary>
public sealed class EmbeddedTableTests : TableConformance
{
    readonly string path = $":memory:{Guid.NewGuid()}";

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await EmbeddedStores.CloseAsync(path);
    }

    protected override Task<TableServiceClient> ConnectAsync(Action<TableClientOptions>? configure = null)
    {
        var options = new TableClientOptions();
        StorageClients.Open(path).Configure(options);
        configure?.Invoke(options);
        return Task.FromResult(new TableServiceClient(StorageClients.EmbeddedConnection, options));
    }
}
