using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Console;

/// <summary>Headers that limit what a page of the console may do.</summary>
static class ConsoleHeaders
{
    /// <summary>
    /// Sets them. Everything comes from the app itself: no inline script, no inline style, no other address but scripts
    /// of <paramref name="scriptHosts"/>. Icons in the styles of Element Plus are data.
    /// </summary>
    public static void Set(IHeaderDictionary headers, params IReadOnlyList<string> scriptHosts)
    {
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src {string.Join(' ', scriptHosts.Prepend("'self'"))}; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }
}
