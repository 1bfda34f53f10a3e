using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using LocalRuntime.Storage;
using LocalRuntime.Tables.Entities;

namespace LocalRuntime.Tables.Rest;

/// <summary>What a single request and an operation inside a batch have in common.</summary>
static class TableRequests
{
    /// <summary>The write that a request asks for; null when it asks for something else.</summary>
    public static EntityWrite? Write(string method, TableAddress address, ReadOnlyMemory<byte> body, string? ifMatch)
    {
        if (method == "POST" && address is { RowKey: null, Entry: null }) return Insert(body);
        if (address is not { PartitionKey: { } partitionKey, RowKey: { } rowKey }) return null;
        return method switch
        {
            "DELETE" => new EntityWrite(
                TableTransactionActionType.Delete, partitionKey, rowKey, ifMatch, new Dictionary<string, object>(StringComparer.Ordinal)),
            "PATCH" or "MERGE" => Put(TableTransactionActionType.UpdateMerge, TableTransactionActionType.UpsertMerge),
            "PUT" => Put(TableTransactionActionType.UpdateReplace, TableTransactionActionType.UpsertReplace),
            _ => null,
        };

        // Without If-Match an update inserts where there is no entity.
        EntityWrite Put(TableTransactionActionType update, TableTransactionActionType upsert) =>
            new(ifMatch is null ? upsert : update, partitionKey, rowKey, ifMatch, EntityJson.ReadProperties(body));
    }

    /// <summary>The body of a failed answer. Inside a transaction the message begins with the position of the action.</summary>
    public static void WriteError(IBufferWriter<byte> output, StorageError error)
    {
        var message = error.FailedAction is { } index
            ? string.Create(CultureInfo.InvariantCulture, $"{index}:{error.Message}")
            : error.Message;
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        writer.WriteStartObject("odata.error");
        writer.WriteString("code", error.Code);
        writer.WriteStartObject("message");
        writer.WriteString("lang", "en-US");
        writer.WriteString("value", message);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    static EntityWrite Insert(ReadOnlyMemory<byte> body)
    {
        using var entity = JsonDocument.Parse(body);
        return new EntityWrite(
            TableTransactionActionType.Add, Key("PartitionKey"), Key("RowKey"), null, EntityJson.ReadProperties(entity.RootElement));

        string Key(string name) => entity.RootElement.TryGetProperty(name, out var key)
            ? key.GetString()!
            : throw new FormatException($"The entity has no {name}.");
    }
}
