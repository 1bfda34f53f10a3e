using System.Text;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Data.Tables;

namespace LocalRuntime.Tables;

/// <summary>A request to the table service: alone or inside a batch.</summary>
sealed record TableRequest(RequestMethod Method, string Path)
{
    static readonly RequestMethod Merge = RequestMethod.Patch;

    public ETag? IfMatch { get; init; }

    public byte[]? Body { get; init; }

    public static TableRequest CreateTable(string table) =>
        new(RequestMethod.Post, "Tables") { Body = JsonSerializer.SerializeToUtf8Bytes(new { TableName = table }) };

    public static TableRequest DeleteTable(string table) => new(RequestMethod.Delete, $"Tables('{Uri.EscapeDataString(table)}')");

    public static TableRequest ListTables(TableQuery query) =>
        new(RequestMethod.Get, "Tables" + Query(("$filter", query.Filter), ("$top", Top(query)), ("NextTableName", query.Continuation)));

    public static TableRequest Get(string table, string partitionKey, string rowKey, IReadOnlyList<string>? select) =>
        new(RequestMethod.Get, Entity(table, partitionKey, rowKey) + Query(("$select", Names(select))));

    public static TableRequest Entities(string table, TableQuery query)
    {
        var (partitionKey, rowKey) = HttpContinuation.Read(query.Continuation);
        var options = Query(
            ("$filter", query.Filter), ("$select", Names(query.Select)), ("$top", Top(query)), ("NextPartitionKey", partitionKey), ("NextRowKey", rowKey));
        return new(RequestMethod.Get, $"{table}(){options}");
    }

    public static TableRequest Write(string table, EntityWrite write)
    {
        if (write.Action == TableTransactionActionType.Add) return new(RequestMethod.Post, table) { Body = BodyOf(write) };
        var path = Entity(table, write.PartitionKey, write.RowKey);
        ETag? ifMatch = write.Condition == default ? null : write.Condition;
        return write.Action == TableTransactionActionType.Delete
            ? new(RequestMethod.Delete, path) { IfMatch = ifMatch }
            : new(write.IsMerge ? Merge : RequestMethod.Put, path) { IfMatch = write.IsUpsert ? null : ifMatch, Body = BodyOf(write) };
    }

    static byte[] BodyOf(EntityWrite write) => EntityJson.Write(write.Properties, write.PartitionKey, write.RowKey);

    static string Entity(string table, string partitionKey, string rowKey) => $"{table}(PartitionKey='{Key(partitionKey)}',RowKey='{Key(rowKey)}')";

    // A quote inside a key is written twice.
    static string Key(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));

    static string? Names(IReadOnlyList<string>? select) => select is null or [] ? null : string.Join(',', select);

    static string? Top(TableQuery query) => query.PageSize?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    static string Query(params ReadOnlySpan<(string Name, string? Value)> options)
    {
        var query = new StringBuilder();
        foreach (var (name, value) in options)
        {
            if (value is not null) query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return query.ToString();
    }
}
