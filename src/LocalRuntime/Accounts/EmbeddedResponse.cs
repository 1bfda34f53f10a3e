using System.Globalization;
using System.Text.Json;

namespace LocalRuntime.Accounts;

/// <summary>The answers of an embedded store, in the form in which a service over HTTP gives them.</summary>
static class EmbeddedResponse
{
    static readonly Dictionary<string, string> NoHeaders = [];

    public static BufferedResponse Success(int status, string? etag = null) =>
        new(status, etag is null ? NoHeaders : new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["ETag"] = etag }, []);

    public static BufferedResponse Failure(StorageError error)
    {
        var message = error.FailedAction is { } index ? string.Create(CultureInfo.InvariantCulture, $"{index}:{error.Message}") : error.Message;
        var body = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["odata.error"] = new { code = error.Code, message = new { lang = "en-US", value = message } },
        };
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["x-ms-error-code"] = error.Code, ["Content-Type"] = "application/json" };
        return new(error.Status, headers, JsonSerializer.SerializeToUtf8Bytes(body));
    }
}
