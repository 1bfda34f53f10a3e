using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Operators.Sessions;

/// <summary>
/// Keeps other sites from acting through the browser of a signed-in operator. The cookie is <c>SameSite=Strict</c>
/// already; a change also needs the session's own token in a header, and must not say that it comes from elsewhere.
/// </summary>
static class CrossSiteCheck
{
    const string HeaderName = "x-csrf-token";
    const string FetchSite = "Sec-Fetch-Site";

    // Known to those who know the session's id, and tells nothing about it.
    static readonly byte[] Purpose = "x-csrf-token"u8.ToArray();

    /// <summary>The token of a session; it follows from the id, so it is stored nowhere.</summary>
    public static string TokenFor(string sessionId) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(sessionId), Purpose));

    /// <summary>Why a request of the session is refused; null when it is not.</summary>
    public static string? FaultOf(HttpRequest request, string sessionId)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return null;
        if (IsFromElsewhere(request)) return "It comes from another site.";
        var sent = Encoding.UTF8.GetBytes(request.Headers[HeaderName].ToString());
        return CryptographicOperations.FixedTimeEquals(sent, Encoding.UTF8.GetBytes(TokenFor(sessionId)))
            ? null
            : $"A change in a session needs the header {HeaderName} with the csrfToken of the session.";
    }

    /// <summary>True when the browser says that a page of another origin sends the request.</summary>
    public static bool IsFromElsewhere(HttpRequest request) =>
        request.Headers[FetchSite].ToString() is not ("" or "same-origin" or "none");
}
