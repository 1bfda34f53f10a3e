using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Azure;
using Azure.Core;

namespace LocalRuntime.Accounts;

/// <summary>Reads the error code and message from a failed response: OData JSON from tables, XML from queues, else the header.</summary>
sealed class StorageErrorParser : RequestFailedDetailsParser
{
    public static StorageErrorParser Instance { get; } = new();

    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        error = FromBody(response) ?? FromHeader(response);
        return error is not null;
    }

    static ResponseError? FromBody(Response response)
    {
        if (response.ContentStream is not MemoryStream { Length: > 0 }) return null;
        var body = response.Content;
        try
        {
            return body.ToMemory().Span.TrimStart("\uFEFF"u8)[0] == (byte)'<' ? FromXml(body.ToString()) : FromJson(body.ToMemory());
        }
        catch (Exception unreadable) when (unreadable is JsonException or XmlException or IndexOutOfRangeException)
        {
            return null; // a proxy's page, say; the status is all there is
        }
    }

    static ResponseError? FromJson(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.TryGetProperty("odata.error", out var error)
            ? new ResponseError(error.GetProperty("code").GetString(), error.GetProperty("message").GetProperty("value").GetString())
            : null;
    }

    static ResponseError? FromXml(string body)
    {
        var root = XDocument.Parse(body.TrimStart('\uFEFF')).Root!;
        string? Child(string name) => root.Elements().FirstOrDefault(e => string.Equals(e.Name.LocalName, name, StringComparison.OrdinalIgnoreCase))?.Value;
        return Child("Code") is { } code ? new ResponseError(code, Child("Message")) : null;
    }

    static ResponseError? FromHeader(Response response) =>
        response.Headers.TryGetValue("x-ms-error-code", out var code) ? new ResponseError(code, response.ReasonPhrase) : null;
}
