using System.Net;
using Community.Operators.Sessions;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Operators.Sessions;

/// <summary>
/// The cookie with the id of the session. It is for the app's own pages only and for no script. Over http, which is
/// accepted on loopback, it has another name, because browsers refuse the prefix <c>__Host-</c> there.
/// </summary>
static class SessionCookie
{
    const string SecureName = "__Host-session";
    const string LoopbackName = "session";

    /// <summary>The id of the session; null without the cookie.</summary>
    public static string? Read(HttpRequest request) => request.Cookies[NameFor(request)];

    public static void Set(HttpRequest request, string id) =>
        request.HttpContext.Response.Cookies.Append(NameFor(request), id, OptionsFor(request, Session.Lifetime));

    public static void Remove(HttpRequest request) =>
        request.HttpContext.Response.Cookies.Append(NameFor(request), "", OptionsFor(request, TimeSpan.Zero));

    static string NameFor(HttpRequest request) => IsSecure(request) ? SecureName : LoopbackName;

    static CookieOptions OptionsFor(HttpRequest request, TimeSpan maxAge) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = IsSecure(request),
        Path = "/",
        MaxAge = maxAge,
    };

    static bool IsSecure(HttpRequest request) => request.IsHttps || !IsLoopback(request.Host.Host);

    static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
