using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Operators.Sessions;

static class OperatorCookies
{
    /// <summary>The id of the session of an operator.</summary>
    public static SecretCookie Session { get; } =
        new("session", SameSiteMode.Strict, Community.Operators.Sessions.Session.Lifetime);
}
