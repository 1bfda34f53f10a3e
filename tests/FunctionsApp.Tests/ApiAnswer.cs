using System.Net;
using System.Text;
using System.Text.Json;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Tests;

/// <summary>A response with its whole body.</summary>
public sealed record ApiAnswer(HttpStatusCode Status, string? ContentType, string? Location, ReadOnlyMemory<byte> Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    public JsonElement Json => JsonElement.Parse(Bytes.Span);

    public static async Task<ApiAnswer> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Content.Headers.ContentType?.MediaType,
        response.Headers.Location?.OriginalString,
        await response.Content.ReadAsByteArrayAsync());

    public T As<T>() => JsonSerializer.Deserialize<T>(Bytes.Span, ApiJson.Options)!;

    /// <summary>400 with a reason for the field.</summary>
    public void ExpectingInvalid(string field) => Assert.True(
        Expecting(HttpStatusCode.BadRequest).Json.GetProperty("errors").TryGetProperty(field, out _),
        $"{field} is not among the faults: {Text}");

    public ApiAnswer Expecting(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{Status} in place of {status}: {Text}");
        return this;
    }
}
