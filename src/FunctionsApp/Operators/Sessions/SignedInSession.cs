using Community.Operators.Sessions;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Operators.Sessions;

/// <summary>A session and its id, which only its browser and this request know.</summary>
public sealed record SignedInSession(string Id, Session Value);

static class SignedInSessionExtensions
{
    /// <summary>The session of the request; null for a machine key and for a token.</summary>
    public static SignedInSession? GetSession(this HttpRequest request) =>
        request.HttpContext.Features.Get<SignedInSession>();
}
