using System.Net;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Http;

/// <summary>
/// A cookie with a secret. It is for the app's own pages only and for no script. Over http, which is accepted on
/// loopback, it has another name, because browsers refuse the prefix <c>__Host-</c> there.
/// </summary>
sealed record SecretCookie(string Name, SameSiteMode SameSite, TimeSpan Life)
{
    /// <summary>The secret; null without the cookie.</summary>
    public string? Read(HttpRequest request) => request.Cookies[NameFor(request)];

    public void Set(HttpRequest request, string secret) => Append(request, secret, Life);

    public void Remove(HttpRequest request) => Append(request, "", TimeSpan.Zero);

    void Append(HttpRequest request, string value, TimeSpan maxAge) =>
        request.HttpContext.Response.Cookies.Append(NameFor(request), value, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSite,
            Secure = IsSecure(request),
            Path = "/",
            MaxAge = maxAge,
        });

    string NameFor(HttpRequest request) => IsSecure(request) ? $"__Host-{Name}" : Name;

    static bool IsSecure(HttpRequest request) => request.IsHttps || !IsLoopback(request.Host.Host);

    static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
