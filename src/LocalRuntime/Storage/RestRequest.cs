namespace LocalRuntime.Storage;

/// <summary>A request of a storage client. The path is escaped and begins below the service's address.</summary>
sealed class RestRequest(Request request, ReadOnlyMemory<byte> body)
{
    public string Method => request.Method.Method;

    public string Path => request.Uri.Path;

    /// <summary>The id that all attempts of one client call share.</summary>
    public string Id => request.ClientRequestId;

    public ReadOnlyMemory<byte> Body => body;

    public static async ValueTask<RestRequest> ReadAsync(Request request, CancellationToken cancellationToken)
    {
        if (request.Content is not { } content) return new RestRequest(request, ReadOnlyMemory<byte>.Empty);
        var capacity = content.TryComputeLength(out var length) ? (int)length : 0;
        var buffer = new MemoryStream(capacity);
        await content.WriteToAsync(buffer, cancellationToken);

        // The content may have closed the buffer.
        return new RestRequest(request, buffer.TryGetBuffer(out var written) ? written : buffer.ToArray());
    }

    public string? Header(string name) => request.Headers.TryGetValue(name, out var value) ? value : null;

    public IEnumerable<HttpHeader> HeadersWithPrefix(string prefix) =>
        request.Headers.Where(header => header.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>The unescaped value of a query parameter; null when it is absent.</summary>
    public string? QueryParameter(string name)
    {
        var rest = request.Uri.Query.AsSpan().TrimStart('?');
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf('&');
            var pair = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (pair.StartsWith(name, StringComparison.Ordinal) && pair[name.Length..].StartsWith('='))
                return Uri.UnescapeDataString(pair[(name.Length + 1)..]);
        }

        return null;
    }

    public int? NumberParameter(string name) =>
        QueryParameter(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
