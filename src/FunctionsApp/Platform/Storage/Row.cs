using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace FunctionsApp.Platform.Storage;

/// <summary>The writes of a transaction, whose rows share a partition.</summary>
public static class Row
{
    /// <summary>A row that must not exist yet.</summary>
    public static TableTransactionAction Add<T>(
        string partitionKey, string rowKey, T value, string? fingerprint = null) =>
        new(TableTransactionActionType.Add, ToRow(partitionKey, rowKey, value, fingerprint));

    /// <summary>Replaces the row that was read, or adds the row when none was read.</summary>
    public static TableTransactionAction Write<T>(string partitionKey, string rowKey, T value, Stored<T>? read) =>
        read is null
            ? Add(partitionKey, rowKey, value)
            : new(
                TableTransactionActionType.UpdateReplace,
                ToRow(partitionKey, rowKey, value, read.Fingerprint),
                read.ETag);

    /// <summary>Adds the row or replaces any row with its keys.</summary>
    public static TableTransactionAction Put<T>(string partitionKey, string rowKey, T value) =>
        new(TableTransactionActionType.UpsertReplace, ToRow(partitionKey, rowKey, value, null));

    /// <summary>Deletes the row that was read.</summary>
    public static TableTransactionAction Delete(string partitionKey, string rowKey, ETag read) =>
        new(TableTransactionActionType.Delete, new DocumentRow { PartitionKey = partitionKey, RowKey = rowKey }, read);

    static DocumentRow ToRow<T>(string partitionKey, string rowKey, T value, string? fingerprint) => new()
    {
        PartitionKey = partitionKey,
        RowKey = rowKey,
        Json = JsonSerializer.Serialize(value, StoredJson.Options),
        Fingerprint = fingerprint,
    };
}
