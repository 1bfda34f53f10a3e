using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Http;

/// <summary>
/// A cookie of one public page. It is sent to that page alone, for no script, and not with requests that other sites
/// make to it.
/// </summary>
static class PageCookie
{
    public static void Set(HttpRequest request, string name, string value, string path, TimeSpan life) =>
        request.HttpContext.Response.Cookies.Append(name, value, new CookieOptions
        {
            Path = path,
            MaxAge = life,
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = request.IsHttps,
        });
}
