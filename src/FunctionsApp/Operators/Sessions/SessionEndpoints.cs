using Community.Platform;
using FluentValidation;
using FunctionsApp.Operators.Audit;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Operators.Sessions;

/// <summary>Signs operators in and out.</summary>
public sealed class SessionEndpoints(
    SessionService sessions, SignInLimiter limiter, AuditLog audit, IValidator<SignInRequest> validator)
{
    const string Route = "api/session";
    const string SignInFunction = "SignIn";

    /// <summary>
    /// The session of the operator with the token, whose cookie the browser keeps; 401 for a wrong token, 429 with
    /// <c>Retry-After</c> after ten wrong ones from one address in a quarter of an hour.
    /// </summary>
    [Function(SignInFunction)]
    [Public]
    [Request<SignInRequest>, Response<SessionView>, Problem(401, 403, 429)]
    public async Task<IResult> SignIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request)
    {
        if (CrossSiteCheck.IsFromElsewhere(request)) return Problems.Forbidden("It comes from another site.");
        var (body, problem) = await RequestBody.ReadAsync(request, validator);
        if (problem is not null) return problem;
        var client = request.HttpContext.Connection;
        if (await limiter.TryAddAsync(client) is { } wait)
            return Problems.TooManyRequests(request, "Too many wrong tokens came from this address.", wait);
        if (await sessions.StartAsync(body!.Token!.Trim()) is not { } session)
        {
            await audit.RecordAsync(request.HttpContext, SignInFunction, StatusCodes.Status401Unauthorized);
            return Problems.Unauthorized(request, "The token is wrong or has been replaced.");
        }

        await limiter.TakeOffAsync(client);
        await audit.RecordSignInAsync(request.HttpContext, SignInFunction, session.Value.Operator);
        OperatorCookies.Session.Set(request, session.Id);
        return ApiJson.Json(SessionView.From(session));
    }

    /// <summary>The session of the request; 404 for a request with a machine key or a token, which have none.</summary>
    [Function("GetSession")]
    [RequiredRole(OperatorRole.Viewer)]
    [Response<SessionView>, Problem(404)]
    public IResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        request.GetSession() is { } session ? ApiJson.Json(SessionView.From(session)) : NoSession;

    /// <summary>Ends the session at once, on every instance.</summary>
    [Function("SignOut")]
    [RequiredRole(OperatorRole.Viewer)]
    [Response(204), Problem(404)]
    public async Task<IResult> SignOut(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route)] HttpRequest request)
    {
        if (request.GetSession() is not { } session) return NoSession;
        await sessions.EndAsync(session.Id);
        OperatorCookies.Session.Remove(request);
        return Results.NoContent();
    }

    static IResult NoSession => Problems.NotFound("A machine key and a token have no session.");
}
