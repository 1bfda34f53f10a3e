using System.Globalization;
using Community.Platform;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Http;

/// <summary>Error responses as RFC 9457 <c>application/problem+json</c>; <c>errors</c> names each field.</summary>
public static class Problems
{
    const string RetryAfterSeconds = "5";
    // RFC 9110, 11.6.1; browsers ask for no password with this scheme.
    const string BearerScheme = "Bearer";
    const string TooManyRequestsType = "https://tools.ietf.org/html/rfc6585#section-4";

    /// <summary>
    /// 400 that names the field for <see cref="RefusalKind.Invalid"/>, 409 with the reason for
    /// <see cref="RefusalKind.Conflict"/>.
    /// </summary>
    public static IResult From(Refusal refusal) => refusal.ConflictKind is { } kind
        ? Conflict(kind, WithFullStop(refusal.Reason))
        : Invalid(refusal.Field ?? "body", WithFullStop(refusal.Reason));

    /// <summary>400: the reasons by field.</summary>
    public static IResult Invalid(IDictionary<string, string[]> errors)
    {
        var detail = string.Join(' ', errors.Select(error => $"{error.Key}: {string.Join(' ', error.Value)}"));
        return Results.ValidationProblem(errors, detail, title: "The request is not valid.");
    }

    /// <summary>400: refusals of several fields, or several of one field.</summary>
    public static IResult Invalid(IEnumerable<Refusal> refusals) => Invalid(refusals
        .GroupBy(refusal => refusal.Field ?? "body", StringComparer.Ordinal)
        .ToDictionary(
            field => field.Key,
            field => field.Select(refusal => WithFullStop(refusal.Reason)).ToArray(),
            StringComparer.Ordinal));

    /// <summary>400: one field and its reason.</summary>
    public static IResult Invalid(string field, string reason) =>
        Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [reason] });

    /// <summary>401 with <c>WWW-Authenticate</c>: the request has no valid credentials.</summary>
    public static IResult Unauthorized(HttpRequest request, string detail)
    {
        request.HttpContext.Response.Headers.WWWAuthenticate = BearerScheme;
        return Create(StatusCodes.Status401Unauthorized, "Sign in first.", detail);
    }

    /// <summary>403: the caller may not do it.</summary>
    public static IResult Forbidden(string detail) =>
        Create(StatusCodes.Status403Forbidden, "You may not do that.", detail);

    public static IResult NotFound(string detail) => Create(StatusCodes.Status404NotFound, "Not found.", detail);

    /// <summary>404: the app does not serve the route.</summary>
    public static IResult UnknownRoute(HttpRequest request) =>
        NotFound($"There is no {request.Method} {request.Path}.");

    /// <summary>409: the thing as it is does not allow it; <c>kind</c> tells clients why.</summary>
    public static IResult Conflict(ConflictKind kind, string detail) => Results.Problem(
        detail,
        statusCode: StatusCodes.Status409Conflict,
        title: "It conflicts with what stands.",
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["kind"] = kind.ToString() });

    /// <summary>412: the thing is not the version that the request expects.</summary>
    public static IResult Stale(string detail) =>
        Create(StatusCodes.Status412PreconditionFailed, "It is not the version that you expect.", detail);

    public static IResult Gone(string detail) => Create(StatusCodes.Status410Gone, "It has ended.", detail);

    /// <summary>401: the webhook is not signed by its sender.</summary>
    public static IResult SignatureNotAccepted(string detail) =>
        Create(StatusCodes.Status401Unauthorized, "The signature was not accepted.", detail);

    /// <summary>413: the body has more than <paramref name="maxBytes"/> bytes.</summary>
    public static IResult BodyTooLarge(int maxBytes) => Create(
        StatusCodes.Status413PayloadTooLarge, "The body is too large.", $"body: at most {maxBytes} bytes.");

    /// <summary>415: the body must have the type <paramref name="expected"/>.</summary>
    public static IResult UnsupportedMediaType(string expected) => Create(
        StatusCodes.Status415UnsupportedMediaType,
        "Unsupported media type.",
        $"Content-Type must be {expected}.");

    /// <summary>429 with <c>Retry-After</c>: the request may be repeated after <paramref name="wait"/>.</summary>
    public static IResult TooManyRequests(HttpRequest request, string detail, TimeSpan wait)
    {
        var seconds = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        request.HttpContext.Response.Headers.RetryAfter = seconds;
        return Create(StatusCodes.Status429TooManyRequests, "Try again later.", detail, TooManyRequestsType);
    }

    /// <summary>503 with <c>Retry-After</c>: the request may be repeated.</summary>
    public static IResult Unavailable(HttpRequest request, string title, string detail)
    {
        request.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Create(StatusCodes.Status503ServiceUnavailable, title, detail);
    }

    // Without a type the framework fills in that of the status, where it knows one.
    static IResult Create(int status, string title, string detail, string? type = null) =>
        Results.Problem(detail, statusCode: status, title: title, type: type);

    static string WithFullStop(string reason) => reason.EndsWith('.') ? reason : $"{reason}.";
}
