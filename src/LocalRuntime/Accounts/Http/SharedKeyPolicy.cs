using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace LocalRuntime.Accounts;

/// <summary>Signs requests to the queue service: the verb, the standard headers, the <c>x-ms-</c> headers and the resource with its query.</summary>
sealed class SharedKeyPolicy(string accountName, string accountKey) : HttpPipelineSynchronousPolicy
{
    static readonly string[] SignedHeaders =
    [
        "Content-Encoding", "Content-Language", "Content-Length", "Content-MD5", "Content-Type", "Date",
        "If-Modified-Since", "If-Match", "If-None-Match", "If-Unmodified-Since", "Range",
    ];

    readonly AccountKey key = new(accountKey);

    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        request.Headers.SetValue("x-ms-date", DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture));
        var headers = string.Join('\n', SignedHeaders.Select(name => Header(request, name)));
        var text = $"{request.Method}\n{headers}\n{OwnHeaders(request)}{Resource(request.Uri.ToUri())}";
        request.Headers.SetValue("Authorization", $"SharedKey {accountName}:{key.Sign(text)}");
    }

    static string Header(Request request, string name)
    {
        if (name != "Content-Length") return request.Headers.TryGetValue(name, out var value) ? value! : "";
        // a length of zero is signed as nothing
        return request.Content?.TryComputeLength(out var length) == true && length > 0 ? length.ToString(CultureInfo.InvariantCulture) : "";
    }

#pragma warning disable CA1308 // the signature is over lower-case names
    static string OwnHeaders(Request request) => string.Concat(request.Headers
        .Where(header => header.Name.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase))
        .Select(header => (Name: header.Name.ToLowerInvariant(), header.Value))
        .OrderBy(header => header.Name, StringComparer.Ordinal)
        .Select(header => $"{header.Name}:{header.Value}\n"));

    string Resource(Uri uri) => $"/{accountName}{uri.AbsolutePath}" + string.Concat(uri.Query.TrimStart('?')
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Select(pair => (Name: pair[0].ToLowerInvariant(), Value: Uri.UnescapeDataString(pair[1])))
        .OrderBy(pair => pair.Name, StringComparer.Ordinal)
        .Select(pair => $"\n{pair.Name}:{pair.Value}"));
#pragma warning restore CA1308
}
