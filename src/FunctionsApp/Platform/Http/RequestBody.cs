using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using FluentValidation;
using FunctionsApp.Platform.Callers;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Http;

/// <summary>The value of a request body, or the problem with it. Exactly one of the two is set.</summary>
public readonly record struct RequestResult<T>(T? Value, IResult? Problem)
    where T : class;

/// <summary>Reads request bodies: valid JSON of at most 64 KiB.</summary>
public static partial class RequestBody
{
    /// <summary>The largest body that is read, in bytes.</summary>
    public const int MaxBytes = 64 * 1024;

    const int ChunkBytes = 8 * 1024;

    /// <summary>The body as <typeparamref name="T"/>; problems are 413, 415 or 400 with the fields named.</summary>
    public static async Task<RequestResult<T>> ReadAsync<T>(HttpRequest request, IValidator<T> validator)
        where T : class
    {
        if (!request.HasJsonContentType()) return new(null, NotJson);
        var bytes = await ReadBytesAsync(request);
        return bytes is null ? new(null, TooLarge) : Parse(request.HttpContext, bytes, validator);
    }

    /// <summary>As <see cref="ReadAsync"/>; a missing body counts as <paramref name="absent"/>.</summary>
    public static async Task<RequestResult<T>> ReadOptionalAsync<T>(
        HttpRequest request, IValidator<T> validator, T absent)
        where T : class
    {
        if (await ReadBytesAsync(request) is not { } bytes) return new(null, TooLarge);
        if (bytes.Length == 0)
            return request.HttpContext.GetCaller()?.Name is null
                ? new(absent, null)
                : Parse(request.HttpContext, "{}"u8, validator);
        return request.HasJsonContentType() ? Parse(request.HttpContext, bytes, validator) : new(null, NotJson);
    }

    // What is said to have been done by whom is known to the audit log from here on.
    static RequestResult<T> Parse<T>(HttpContext http, ReadOnlySpan<byte> bytes, IValidator<T> validator)
        where T : class
    {
        var signed = http.GetCaller()?.Name is { } name ? AuthorFields.Fill<T>(bytes, name) : bytes;
        var result = Parse(signed, validator);
        if (result.Value is { } body && AuthorFields.Find(body) is { } author) http.SetStatedAuthor(author);
        return result;
    }

    /// <summary>The raw bytes; null when there are more than <paramref name="maxBytes"/>.</summary>
    public static async Task<byte[]?> ReadBytesAsync(HttpRequest request, int maxBytes = MaxBytes)
    {
        if (request.ContentLength > maxBytes) return null;
        var buffer = new ArrayBufferWriter<byte>();
        var aborted = request.HttpContext.RequestAborted;
        while (await request.Body.ReadAsync(buffer.GetMemory(ChunkBytes), aborted) is > 0 and var read)
        {
            buffer.Advance(read);
            if (buffer.WrittenCount > maxBytes) return null;
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>413 for a body of more than <see cref="MaxBytes"/>.</summary>
    public static IResult TooLarge => Problems.BodyTooLarge(MaxBytes);

    /// <summary>415 for a body that is not JSON.</summary>
    public static IResult NotJson => Problems.UnsupportedMediaType("application/json");

    /// <summary>
    /// The bytes as <typeparamref name="T"/>; problems are 400 and name the fields after <paramref name="prefix"/>.
    /// They are read with <see cref="ApiJson.Options"/> unless others are given.
    /// </summary>
    public static RequestResult<T> Parse<T>(
        ReadOnlySpan<byte> bytes,
        IValidator<T> validator,
        string prefix = "",
        JsonSerializerOptions? options = null)
        where T : class
    {
        // The serializer accepts broken text in a part that it does not read, and fails later where that is read.
        if (!Utf8.IsValid(bytes)) return new(null, Problems.Invalid(prefix + "body", "is not valid UTF-8."));
        T? value;
        try
        {
            value = JsonSerializer.Deserialize<T>(bytes, options ?? ApiJson.Options);
        }
        catch (JsonException failure)
        {
            return new(null, Problems.Invalid(prefix + FieldOf(failure), Reason(failure)));
        }

        if (value is null) return new(null, Problems.Invalid("body", "must be a JSON object."));
        var checks = validator.Validate(value);
        if (checks.IsValid) return new(value, null);
        var errors = checks.ToDictionary().ToDictionary(
            error => prefix + error.Key, error => error.Value, StringComparer.Ordinal);
        return new(null, Problems.Invalid(errors));
    }

    static string FieldOf(JsonException failure) =>
        failure.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal)
            ? path[2..] + OptionalConverterFactory.InnerPathOf(failure)
            : "body";

    // The messages of the serializer name .NET types, which mean nothing to a caller.
    static string Reason(JsonException failure) => failure switch
    {
        { Message: var message } when message.Contains("could not be mapped", StringComparison.Ordinal) =>
            "is not a known field.",
        { Message: var message } when message.StartsWith("must be", StringComparison.Ordinal) =>
            $"{message.Split(" Path:")[0].TrimEnd('.')}.",
        { Message: var message } when message.Contains("Duplicate", StringComparison.OrdinalIgnoreCase) =>
            "is there twice.",
        { Message: var message } when MissingFields().Match(message) is { Success: true } missing =>
            $"lacks {missing.Groups["names"].Value}.",
        { Message: var message } when message.Contains("allow null values", StringComparison.Ordinal) =>
            "must not be null.",
        { Message: var message } when message.Contains("could not be converted", StringComparison.Ordinal) =>
            "has the wrong type.",
        _ => "is not valid JSON.",
    };

    [GeneratedRegex("missing required properties including: (?<names>[^.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MissingFields();
}
