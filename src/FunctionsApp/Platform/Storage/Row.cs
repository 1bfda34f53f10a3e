using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace FunctionsApp.Platform.Storage;

/// <summary>The writes of one transaction: all rows of one partition, all or none.</summary>
public static class Row
{
    /// <summary>A row that must not exist yet.</summary>
    public static TableTransactionAction Add<T>(string partitionKey, string rowKey, T value, string? fingerprint = null) =>
        new(TableTransactionActionType.Add, ToRow(partitionKey, rowKey, value, fingerprint));

    /// <summary>A row in place of the one that was read; or a new one where nothing was.</summary>
    public static TableTransactionAction Write<T>(string partitionKey, string rowKey, T value, Stored<T>? read) => read is null
        ? Add(partitionKey, rowKey, value)
        : new(TableTransactionActionType.UpdateReplace, ToRow(partitionKey, rowKey, value, read.Fingerprint), read.ETag);

    /// <summary>A row whatever stands there.</summary>
    public static TableTransactionAction Put<T>(string partitionKey, string rowKey, T value) =>
        new(TableTransactionActionType.UpsertReplace, ToRow(partitionKey, rowKey, value, null));

    /// <summary>The row that was read, gone.</summary>
    public static TableTransactionAction Delete(string partitionKey, string rowKey, ETag read) =>
        new(TableTransactionActionType.Delete, new DocumentRow { PartitionKey = partitionKey, RowKey = rowKey }, read);

    static DocumentRow ToRow<T>(string partitionKey, string rowKey, T value, string? fingerprint) => new()
    {
        PartitionKey = partitionKey,
        RowKey = rowKey,
        Document = JsonSerializer.Serialize(value, StoredJson.Options),
        Fingerprint = fingerprint,
    };
}
