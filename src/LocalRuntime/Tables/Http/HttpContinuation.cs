using Azure;

namespace LocalRuntime.Tables;

/// <summary>The service's continuation headers as one token; neither holds a space.</summary>
static class HttpContinuation
{
    public static string? Of(Response response)
    {
        response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partitionKey);
        response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var rowKey);
        return partitionKey is null && rowKey is null ? null : $"{partitionKey} {rowKey}";
    }

    public static (string? PartitionKey, string? RowKey) Read(string? token) => token?.Split(' ', 2) switch
    {
        null => (null, null),
        [var partitionKey, { Length: > 0 } rowKey] => (partitionKey, rowKey),
        [var partitionKey, ..] => (partitionKey, null),
        [] => (null, null),
    };
}
