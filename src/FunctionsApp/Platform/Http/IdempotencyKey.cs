using Community.Platform;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Http;

/// <summary>The header <c>Idempotency-Key</c>: an opaque, case-sensitive text.</summary>
public static class IdempotencyKey
{
    public const string HeaderName = "Idempotency-Key";

    /// <summary>
    /// An id for the key within its scope; null without the header. The scope is the operation and the values of its
    /// route, not the path as it was sent, which spells the same route in more than one way.
    /// </summary>
    public static string? IdFrom(HttpRequest request, string operation, params IEnumerable<string> routeValues) =>
        request.Headers[HeaderName].ToString() is { Length: > 0 } key
            ? EffectKey.Digest(string.Join('/', [operation, .. routeValues, key]))
            : null;
}
