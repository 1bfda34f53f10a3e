using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>The body that an HTTP function takes, for the description of the API.</summary>
/// <param name="type">The type that a JSON body is read as; null for a file.</param>
/// <param name="mediaType">The media type of the body.</param>
[AttributeUsage(AttributeTargets.Method)]
public abstract class BodyAttribute(Type? type, string mediaType) : Attribute
{
    public Type? Type => type;

    public string MediaType => mediaType;

    /// <summary>True when the body may be missing.</summary>
    public bool IsOptional { get; init; }
}

/// <summary>A JSON body, with the limits of its validator.</summary>
public sealed class RequestAttribute<TBody>() : BodyAttribute(typeof(TBody), "application/json");

/// <summary>A body that is no JSON of the API: a file.</summary>
public sealed class FileRequestAttribute(string mediaType) : BodyAttribute(type: null, mediaType);

/// <summary>A parameter of the query.</summary>
/// <param name="name">The name in the query.</param>
/// <param name="type">The type that the text is read as.</param>
/// <param name="description">What it selects, and what holds when it is absent.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class QueryParameterAttribute(string name, Type type, string description) : Attribute
{
    public string Name => name;

    public Type Type => type;

    public string Description => description;

    public bool IsRequired { get; init; }

    /// <summary>The texts that are allowed, where the type does not say it.</summary>
    public string[] Values { get; init; } = [];
}

/// <inheritdoc cref="QueryParameterAttribute" />
public sealed class QueryAttribute<T>(string name, string description)
    : QueryParameterAttribute(name, typeof(T), description);

/// <summary>The function takes the header <c>Idempotency-Key</c>, as every creation does.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesIdempotencyKeyAttribute : Attribute
{
    public bool IsRequired { get; init; }
}

/// <summary>
/// The answers carry the <c>ETag</c> of the thing; a <c>PATCH</c> and a <c>PUT</c> take <c>If-Match</c> and answer 412
/// for a version that is not the current one.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VersionedAttribute : Attribute;

/// <summary>The sender signs the request; without a genuine signature the answer is a problem.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SignedAttribute : Attribute
{
    /// <summary>The status of the problem.</summary>
    public int RefusalStatus { get; init; } = StatusCodes.Status401Unauthorized;
}

/// <summary>The function is no operation of the API.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NotDescribedAttribute(string reason) : Attribute
{
    public string Reason => reason;
}
