using Community.Platform;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>An answer: its status, the type of a JSON body, and the media type where there is a body.</summary>
public sealed record Answer(int Status, Type? Type = null, string? MediaType = null);

/// <summary>Answers of an HTTP function other than problems, for the description of the API.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class AnswersAttribute(params Answer[] answers) : Attribute
{
    protected const string Json = "application/json";

    public IReadOnlyList<Answer> Answers => answers;
}

/// <summary>A JSON answer.</summary>
public sealed class ResponseAttribute<T>(int status = StatusCodes.Status200OK)
    : AnswersAttribute(new Answer(status, typeof(T), Json))
{
    public int Status => status;
}

/// <summary>An answer without a body, or with one that is no JSON of the API.</summary>
public sealed class ResponseAttribute(int status, string? mediaType = null)
    : AnswersAttribute(new Answer(status, Type: null, mediaType))
{
    public int Status => status;

    public string? MediaType => mediaType;
}

/// <summary>The answers of <see cref="Http.Creation"/>: 201, 200 for a repeat, and 409.</summary>
public sealed class CreationAttribute<T>() : AnswersAttribute(
    new Answer(StatusCodes.Status201Created, typeof(T), Json), new Answer(StatusCodes.Status200OK, typeof(T), Json));

/// <summary>A page of a list.</summary>
public sealed class PageAttribute<T>()
    : AnswersAttribute(new Answer(StatusCodes.Status200OK, typeof(Slice<T>), Json));

/// <summary>A page of a list in a view that adds to it.</summary>
public sealed class PageViewAttribute<TView>()
    : AnswersAttribute(new Answer(StatusCodes.Status200OK, typeof(TView), Json));

/// <summary>
/// Problems that do not follow from the function's key, body, query and route: those are 401, 403, 503,
/// 400, 413, 415 and 404.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProblemAttribute(params int[] statuses) : Attribute
{
    public IReadOnlyList<int> Statuses => statuses;
}

/// <summary>A problem (RFC 9457).</summary>
public record Problem(string Type, string Title, int Status, string Detail);

/// <summary>A problem with the state of a thing; <c>kind</c> tells what it is about.</summary>
public sealed record ConflictProblem(string Type, string Title, int Status, string Detail, ConflictKind Kind);

/// <summary>A problem with the request; <c>errors</c> names each field with its reasons.</summary>
public sealed record ValidationProblem(
    string Type, string Title, int Status, string Detail, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors);
