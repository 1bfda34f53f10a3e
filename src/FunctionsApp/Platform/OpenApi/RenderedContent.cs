using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>Content that stays the same until the next deployment.</summary>
public sealed class RenderedContent(string mediaType, ReadOnlyMemory<byte> bytes)
{
    // A deployment can change the content; the entity tag makes the question cheap.
    const string CacheForFiveMinutes = "public, max-age=300";

    readonly EntityTagHeaderValue tag = EntityTag.OfContent(bytes.Span);

    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>200 with the content, or 304 for its <c>ETag</c> in <c>If-None-Match</c>.</summary>
    public IResult Answer(HttpRequest request)
    {
        request.HttpContext.Response.Headers.CacheControl = CacheForFiveMinutes;
        return Results.Bytes(bytes, mediaType, entityTag: tag);
    }
}
