using System.Diagnostics.CodeAnalysis;
using System.Net;
using Azure;

namespace LocalRuntime.Storage;

/// <summary>A response in memory. <c>IsError</c> is not overridden: the client decides about 404.</summary>
sealed class RestResponse(int status, byte[] body, params IReadOnlyList<HttpHeader> headers) : Response
{
    public RestResponse(int status, params IReadOnlyList<HttpHeader> headers)
        : this(status, [], headers)
    {
    }

    public override int Status => status;

    public override string ReasonPhrase => ((HttpStatusCode)status).ToString();

    public override Stream? ContentStream { get; set; } =
        new MemoryStream(body, 0, body.Length, writable: false, publiclyVisible: true);

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose()
    {
        // The clients read the content after they dispose of the message; here it holds only memory.
    }

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = null;
        foreach (var header in headers)
        {
            if (string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)) value ??= header.Value;
        }

        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers;
}
