namespace LocalRuntime.Tables.Rest;

/// <summary>The parts of the protocol that single requests and the operations of a batch share.</summary>
static class TableRequests
{
    /// <summary>The write of a request; null when the request is not a write.</summary>
    public static EntityWrite? Write(string method, TableAddress address, ReadOnlyMemory<byte> body, string? ifMatch)
    {
        if (method == "POST" && address is { RowKey: null, Entry: null }) return Insert(body);
        if (address is not { PartitionKey: { } partitionKey, RowKey: { } rowKey }) return null;
        return method switch
        {
            "DELETE" => new EntityWrite(
                TableTransactionActionType.Delete, partitionKey, rowKey, ifMatch, EntityWrite.NoProperties),
            "PATCH" or "MERGE" => Put(TableTransactionActionType.UpdateMerge, TableTransactionActionType.UpsertMerge),
            "PUT" => Put(TableTransactionActionType.UpdateReplace, TableTransactionActionType.UpsertReplace),
            _ => null,
        };

        // An update without If-Match inserts an entity that does not exist.
        EntityWrite Put(TableTransactionActionType update, TableTransactionActionType upsert) =>
            new(ifMatch is null ? upsert : update, partitionKey, rowKey, ifMatch, EntityJson.ReadProperties(body));
    }

    /// <summary>
    /// Writes the body of an error. Inside a transaction its message begins with the action's position.
    /// </summary>
    public static void WriteError(IBufferWriter<byte> output, StorageError error)
    {
        var position = error.FailedAction?.ToString(CultureInfo.InvariantCulture);
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        writer.WriteStartObject("odata.error");
        writer.WriteString("code", error.Code);
        writer.WriteStartObject("message");
        writer.WriteString("lang", "en-US");
        writer.WriteString("value", position is null ? error.Message : $"{position}:{error.Message}");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    static EntityWrite Insert(ReadOnlyMemory<byte> body)
    {
        using var entity = JsonDocument.Parse(body);
        var root = entity.RootElement;
        return new EntityWrite(
            TableTransactionActionType.Add, Key("PartitionKey"), Key("RowKey"), null, EntityJson.ReadProperties(root));

        string Key(string name) => root.TryGetProperty(name, out var key)
            ? key.GetString()!
            : throw new FormatException($"The entity has no {name}.");
    }
}
