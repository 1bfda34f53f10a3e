using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Platform.Http;

/// <summary>
/// The public address of the app: the setting <c>PublicBaseUrl</c>, or the address of the request when it is not set.
/// </summary>
public sealed class PublicAddress(IConfiguration settings)
{
    readonly string? configured = settings["PublicBaseUrl"]?.TrimEnd('/');

    /// <summary>The absolute address of a path that begins with a slash.</summary>
    public string Absolute(HttpRequest request, string path) =>
        (configured is { Length: > 0 } ? configured : $"{request.Scheme}://{request.Host}") + path;
}
