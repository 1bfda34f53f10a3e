using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace LocalRuntime.Accounts;

/// <summary>The answer of an embedded store, in the form in which a service over HTTP gives it.</summary>
sealed class EmbeddedResponse : Response
{
    readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);

    EmbeddedResponse(int status) => Status = status;

    public override int Status { get; }

    public override string ReasonPhrase => ((System.Net.HttpStatusCode)Status).ToString();

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = "";

    public override bool IsError => Status >= 400;

    public static EmbeddedResponse Success(int status, string? etag = null)
    {
        var response = new EmbeddedResponse(status);
        if (etag is not null) response.headers["ETag"] = etag;
        return response;
    }

    public static EmbeddedResponse Failure(StorageError error)
    {
        var response = new EmbeddedResponse(error.Status);
        var message = error.FailedAction is { } index ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{index}:{error.Message}") : error.Message;
        response.headers["x-ms-error-code"] = error.Code;
        response.headers["Content-Type"] = "application/json";
        response.ContentStream = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["odata.error"] = new { code = error.Code, message = new { lang = "en-US", value = message } },
        }));
        return response;
    }

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(header => new HttpHeader(header.Key, header.Value));
}
