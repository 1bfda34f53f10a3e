using System.Diagnostics.CodeAnalysis;
using System.Net;
using Azure;
using Azure.Core;

namespace LocalRuntime.Storage;

/// <summary>A response held in memory.</summary>
/// <remarks><c>IsError</c> is not overridden: which statuses are errors is the client's decision, a 404 among them.</remarks>
sealed class RestResponse(int status, byte[] body, params IReadOnlyList<HttpHeader> headers) : Response
{
    static readonly byte[] Empty = [];

    public RestResponse(int status, params IReadOnlyList<HttpHeader> headers)
        : this(status, Empty, headers)
    {
    }

    public override int Status => status;

    public override string ReasonPhrase => ((HttpStatusCode)status).ToString();

    public override Stream? ContentStream { get; set; } =
        new MemoryStream(body, 0, body.Length, writable: false, publiclyVisible: true);

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose()
    {
        // The clients dispose of a message before they read its content, which here holds nothing but memory.
    }

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        foreach (var header in headers)
        {
            if (!string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)) continue;
            value = header.Value;
            return true;
        }

        value = null;
        return false;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers;
}
