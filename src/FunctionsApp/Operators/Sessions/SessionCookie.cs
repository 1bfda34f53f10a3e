using Community.Operators.Sessions;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Operators.Sessions;

/// <summary>The cookie with the id of the session of an operator.</summary>
static class SessionCookie
{
    static readonly SecretCookie Cookie = new("session", SameSiteMode.Strict, Session.Lifetime);

    /// <summary>The id of the session; null without the cookie.</summary>
    public static string? Read(HttpRequest request) => Cookie.Read(request);

    public static void Set(HttpRequest request, string id) => Cookie.Set(request, id);

    public static void Remove(HttpRequest request) => Cookie.Remove(request);
}
