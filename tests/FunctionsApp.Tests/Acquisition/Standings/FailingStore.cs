using Azure;
using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;
using LocalRuntime.Storage;
using LocalRuntime.Store;
using Microsoft.Data.Sqlite;

namespace FunctionsApp.Tests.Acquisition.Standings;

/// <summary>
/// An embedded store that fails after a given number of writes, as if the process of the writer ended. Only writes
/// leave a trace, so these are all points at which an end makes a difference.
/// </summary>
sealed class FailingStore
{
    const int InputOutputError = 10;

    readonly string path = $":memory:{Guid.NewGuid()}";

    /// <summary>The tables of the store, through a client without retries.</summary>
    public TableServiceClient Service
    {
        get
        {
            var options = new TableClientOptions();
            StorageClients.Open(path).Configure(options);
            options.Retry.MaxRetries = 0;
            return new TableServiceClient(StorageClients.EmbeddedConnection, options);
        }
    }

    /// <summary>The number of writes of the work.</summary>
    public async Task<int> CountAsync(Func<Task> work)
    {
        var writes = 0;
        Store.Committing = _ => writes++;
        await work();
        Store.Committing = null;
        return writes;
    }

    /// <summary>Runs the work and fails every write after this number of writes.</summary>
    public async Task EndAfterAsync(int writes, Func<Task> work)
    {
        Store.Committing = _ =>
        {
            if (writes-- <= 0) throw new SqliteException("The process ended.", InputOutputError);
        };
        await Assert.ThrowsAsync<RequestFailedException>(work);
        Store.Committing = null;
    }

    /// <summary>All rows, one a line.</summary>
    public async Task<string> ReadAsync()
    {
        List<string> rows = [];
        var service = Service;
        await foreach (var table in service.QueryAsync())
        {
            await foreach (var row in service.GetTableClient(table.Name).QueryAsync<DocumentRow>())
                rows.Add($"{table.Name} {row.PartitionKey} {row.RowKey} {row.Json}");
        }

        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }

    EmbeddedStore Store => EmbeddedStores.Open(path).Store;
}
