using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Http;

/// <summary>The header <c>Accept</c> of routes that answer with a page or with JSON (RFC 9110, 12.5.1).</summary>
public static class AcceptHeader
{
    /// <summary>True when the type that is accepted first is JSON.</summary>
    public static bool PrefersJson(HttpRequest request) => Preferred(request) is { } type
        && (type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    /// <summary>True when the type that is accepted first is HTML, as browsers ask.</summary>
    public static bool PrefersHtml(HttpRequest request) =>
        Preferred(request) is { } type && type.Equals("text/html", StringComparison.OrdinalIgnoreCase);

    static string? Preferred(HttpRequest request) => request.GetTypedHeaders().Accept
        .OrderByDescending(type => type.Quality ?? 1)
        .FirstOrDefault()?.MediaType.Value;
}
