using Community.Operators;
using FunctionsApp.Operators.Directory;
using FunctionsApp.Operators.Sessions;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Operators.Credentials;

/// <summary>
/// Finds the caller by the first credential that the request has: a machine key, the token of an operator, a session.
/// A wrong one is 401, whatever else the request has. A machine key costs no storage request, the others one.
/// </summary>
public sealed class CallerResolver(MachineKeys keys, OperatorStore operators, SessionService sessions)
    : ICallerResolver
{
    const string KeyHeader = "x-functions-key";
    const string KeyParameter = "code";
    const string TokenHeader = "x-operator-token";
    const string Bearer = "Bearer ";

    public Task<CallerResolution> ResolveAsync(HttpRequest request)
    {
        if (KeyOf(request) is { } key) return Task.FromResult(ResolveKey(request, key));
        if (TokenOf(request) is { } token) return ResolveTokenAsync(request, token);
        if (OperatorCookies.Session.Read(request) is { } id) return ResolveSessionAsync(request, id);
        return Task.FromResult(Refuse(request, "The request has no machine key, no operator's token and no session."));
    }

    CallerResolution ResolveKey(HttpRequest request, string key) =>
        keys.Contains(key) ? new(Caller.Machine, null) : Refuse(request, "The machine key is wrong.");

    async Task<CallerResolution> ResolveTokenAsync(HttpRequest request, string token) =>
        SecretFormat.OperatorToken.IsWellFormed(token)
        && await operators.FindByTokenAsync(SecretFormat.HashOf(token)) is { } owner
            ? new(CallerOf(owner), null)
            : Refuse(request, "The token is wrong or has been replaced.");

    async Task<CallerResolution> ResolveSessionAsync(HttpRequest request, string id)
    {
        if (await sessions.FindAsync(id) is not { } session) return Refuse(request, "The session is over.");
        if (CrossSiteCheck.FaultOf(request, id) is { } fault) return new(null, Problems.Forbidden(fault));
        request.HttpContext.Features.Set(session);
        return new(CallerOf(session.Value.Operator), null);
    }

    static string? KeyOf(HttpRequest request)
    {
        if (request.Headers.TryGetValue(KeyHeader, out var header)) return header.ToString();
        return request.Query.TryGetValue(KeyParameter, out var parameter) ? parameter.ToString() : null;
    }

    // App Service authentication takes the header Authorization for its own tokens, so ours may come in another one.
    static string? TokenOf(HttpRequest request)
    {
        if (request.Headers.TryGetValue(TokenHeader, out var header)) return header.ToString();
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer + SecretFormat.OperatorToken.Prefix, StringComparison.OrdinalIgnoreCase)
            ? authorization[Bearer.Length..]
            : null;
    }

    static Caller CallerOf(OperatorIdentity identity) =>
        new(CallerKind.Operator, identity.Role, identity.Id, identity.Name);

    static CallerResolution Refuse(HttpRequest request, string detail) =>
        new(null, Problems.Unauthorized(request, detail));
}
