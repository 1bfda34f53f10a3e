using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Http;

/// <summary>Answers that say what was wrong, as RFC 9457 <c>application/problem+json</c>; <c>errors</c> names each field.</summary>
public static class Problems
{
    /// <summary>400: the fields, and what is wrong with each.</summary>
    public static IResult Invalid(IDictionary<string, string[]> errors) =>
        Results.ValidationProblem(errors, detail: string.Join(' ', errors.Select(error => $"{error.Key}: {string.Join(' ', error.Value)}")), title: "The request is not valid.");

    /// <summary>400: one field.</summary>
    public static IResult Invalid(string field, string reason) => Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [reason] });

    /// <summary>404.</summary>
    public static IResult NotFound(string what) => Create(StatusCodes.Status404NotFound, "Not found.", what);

    /// <summary>409.</summary>
    public static IResult Conflict(string why) => Create(StatusCodes.Status409Conflict, "It conflicts with what stands.", why);

    /// <summary>410.</summary>
    public static IResult Gone(string what) => Create(StatusCodes.Status410Gone, "It has ended.", what);

    /// <summary>Any other status.</summary>
    public static IResult Create(int status, string title, string detail) => Results.Problem(detail, statusCode: status, title: title);
}
