using System.Globalization;
using Azure;
using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;
using LocalRuntime.Storage;
using LocalRuntime.Store;
using Microsoft.Data.Sqlite;

namespace FunctionsApp.Tests.Acquisition.Standings;

/// <summary>
/// An embedded store whose writer's process ends when the writer is told to. Only writes leave anything behind, so the places to end are before each
/// of them; the place after the last call before one and the place before it are the same.
/// </summary>
sealed class FailingStore
{
    const int InputOutputError = 10;

    readonly string path = $":memory:{Guid.NewGuid()}";

    /// <summary>The store's tables. A client that tried again would meet the same end.</summary>
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

    /// <summary>How many writes the work makes.</summary>
    public async Task<int> CountAsync(Func<Task> work)
    {
        var writes = 0;
        Store.Committing = _ => writes++;
        await work();
        Store.Committing = null;
        return writes;
    }

    /// <summary>The work ends after so many of its writes: none that follows is made.</summary>
    public async Task EndAfterAsync(int writes, Func<Task> work)
    {
        Store.Committing = _ =>
        {
            if (writes-- <= 0) throw new SqliteException("The process ended.", InputOutputError);
        };
        await Assert.ThrowsAsync<RequestFailedException>(work);
        Store.Committing = null;
    }

    /// <summary>Everything that is stored, a line a row.</summary>
    public async Task<string> ReadAsync()
    {
        List<string> rows = [];
        var service = Service;
        await foreach (var table in service.QueryAsync())
        {
            await foreach (var row in service.GetTableClient(table.Name).QueryAsync<DocumentRow>())
                rows.Add(string.Create(CultureInfo.InvariantCulture, $"{table.Name} {row.PartitionKey} {row.RowKey} {row.Document}"));
        }

        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }

    EmbeddedStore Store => EmbeddedStores.Open(path).Store;
}
