using Azure.Core;

namespace LocalRuntime.Storage;

/// <summary>A request of a storage client: its method, the escaped path below the service's address, the query and the body.</summary>
sealed class RestRequest(Request request, ReadOnlyMemory<byte> body)
{
    public string Method => request.Method.Method;

    public string Path => request.Uri.Path;

    public string Query => request.Uri.Query;

    /// <summary>The same in every attempt of one client call.</summary>
    public string Id => request.ClientRequestId;

    public ReadOnlyMemory<byte> Body => body;

    public static async ValueTask<RestRequest> ReadAsync(Request request, CancellationToken cancellationToken) =>
        new(request, await ReadBodyAsync(request, cancellationToken));

    public string? Header(string name) => request.Headers.TryGetValue(name, out var value) ? value : null;

    public IEnumerable<HttpHeader> HeadersWithPrefix(string prefix) =>
        request.Headers.Where(header => header.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>The unescaped value of a query parameter; null when it is absent.</summary>
    public string? QueryParameter(string name)
    {
        var rest = Query.AsSpan().TrimStart('?');
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf('&');
            var pair = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (pair.Length > name.Length && pair[name.Length] == '=' && pair.StartsWith(name, StringComparison.Ordinal))
                return Uri.UnescapeDataString(pair[(name.Length + 1)..]);
        }

        return null;
    }

    static async ValueTask<ReadOnlyMemory<byte>> ReadBodyAsync(Request request, CancellationToken cancellationToken)
    {
        if (request.Content is not { } content) return ReadOnlyMemory<byte>.Empty;
        var capacity = content.TryComputeLength(out var length) ? (int)length : 0;
        var buffer = new MemoryStream(capacity);
        await content.WriteToAsync(buffer, cancellationToken);
        return buffer.TryGetBuffer(out var written) ? written : buffer.ToArray(); // the content may have closed the buffer
    }
}
