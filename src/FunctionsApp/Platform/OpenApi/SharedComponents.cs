using System.Reflection;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>Parameters, headers and problems that many operations refer to.</summary>
sealed class SharedComponents(OpenApiDocument document, SchemaConverter schemas)
{
    const string Top = "top";
    const string Continuation = "continuation";
    const string RequiredKey = "RequiredIdempotencyKey";

    public void AddAll()
    {
        Add(Top, new OpenApiParameter
        {
            Name = Top,
            In = ParameterLocation.Query,
            Description = $"How many items a page has at most; {Paging.Default} when absent.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = $"{Paging.Max}" },
        });
        Add(Continuation, new OpenApiParameter
        {
            Name = Continuation,
            In = ParameterLocation.Query,
            Description = "The `continuation` of the page before, with the same path and filters.",
            Schema = Text,
        });
        Add(IdempotencyKey.HeaderName, KeyParameter(isRequired: false));
        Add(RequiredKey, KeyParameter(isRequired: true));
        Add(HeaderNames.IfMatch, new OpenApiParameter
        {
            Name = HeaderNames.IfMatch,
            In = ParameterLocation.Header,
            Description = "The `ETag` of the version to change. Without it every version is changed.",
            Schema = Text,
        });
        AddHeader(HeaderNames.ETag, "The version of the thing, for `If-Match`.");
        AddHeader(HeaderNames.Location, "Where the thing, or the answer, is.");
        AddHeader(HeaderNames.WWWAuthenticate, "`Bearer`, where a machine key, a token or a session is asked for.");
        AddHeader(HeaderNames.RetryAfter, "The seconds after which the request may be repeated.");
    }

    public IEnumerable<IOpenApiParameter> ParametersOf(HttpFunction function)
    {
        var method = function.Method;
        if (ProblemStatuses.IsPage(method)) yield return Parameter(Top);
        if (ProblemStatuses.IsPage(method)) yield return Parameter(Continuation);
        var key = method.GetCustomAttribute<TakesIdempotencyKeyAttribute>();
        if (key is not null || ProblemStatuses.IsCreation(method))
            yield return Parameter(key?.IsRequired is true ? RequiredKey : IdempotencyKey.HeaderName);
        if (ProblemStatuses.TakesVersion(function)) yield return Parameter(HeaderNames.IfMatch);
    }

    public Dictionary<string, IOpenApiHeader> HeadersOf(HttpFunction function, int status)
    {
        var headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        if (function.Method.IsDefined(typeof(VersionedAttribute))) Put(HeaderNames.ETag);
        var isCreation = ProblemStatuses.IsCreation(function.Method);
        if (isCreation || status is StatusCodes.Status201Created or StatusCodes.Status302Found)
            Put(HeaderNames.Location);
        return headers;

        void Put(string name) => headers.Add(name, new OpenApiHeaderReference(name, document));
    }

    /// <summary>The problem of that status, which is a component.</summary>
    public IOpenApiResponse Problem(int status)
    {
        var name = Titles.OfStatus(status).Replace(" ", "", StringComparison.Ordinal);
        if (document.Components?.Responses?.ContainsKey(name) is not true)
            document.AddComponent(name, WithProblem(status));
        return new OpenApiResponseReference(name, document);
    }

    /// <summary>Adds the problem to the bodies that an answer of its status may have.</summary>
    public void AddProblem(int status, IDictionary<string, OpenApiMediaType> content) => content.Add(
        "application/problem+json",
        schemas.MediaType(status switch
        {
            StatusCodes.Status400BadRequest => typeof(ValidationProblem),
            StatusCodes.Status409Conflict => typeof(ConflictProblem),
            _ => typeof(Problem),
        }));

    OpenApiResponse WithProblem(int status)
    {
        var content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal);
        AddProblem(status, content);
        return new OpenApiResponse
        {
            Description = Titles.OfStatus(status),
            Content = content,
            Headers = HeaderOf(status) is { } name
                ? new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
                {
                    [name] = new OpenApiHeaderReference(name, document),
                }
                : null,
        };
    }

    static string? HeaderOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => HeaderNames.WWWAuthenticate,
        StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable => HeaderNames.RetryAfter,
        _ => null,
    };

    static OpenApiSchema Text => new() { Type = JsonSchemaType.String };

    static OpenApiParameter KeyParameter(bool isRequired) => new()
    {
        Name = IdempotencyKey.HeaderName,
        In = ParameterLocation.Header,
        Required = isRequired,
        Description = "An opaque text; the same request with the same key has one effect.",
        Schema = Text,
    };

    void Add(string name, OpenApiParameter parameter) => document.AddComponent(name, parameter);

    void AddHeader(string name, string description) =>
        document.AddComponent(name, new OpenApiHeader { Description = description, Schema = Text });

    OpenApiParameterReference Parameter(string name) => new(name, document);
}
