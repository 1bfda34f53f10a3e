using System.Text.Json;
using Community.Platform;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Http;

/// <summary>Creating a thing once: by the id the caller chose, by its <c>Idempotency-Key</c>, or anew.</summary>
public sealed class Creation(IdSource ids)
{
    /// <summary>
    /// The id of the thing to make: the one asked for; else one derived from the header <c>Idempotency-Key</c>, so that the repeat of a
    /// request finds what the first one made; else a random one.
    /// </summary>
    public string IdFor(HttpRequest request, string? asked) =>
        asked ?? (request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key
            ? EffectKey.Digest($"{request.Path}:{key}")
            : ids.NewId()[..16]);

    /// <summary>Equal for requests with the same body, whatever its white space or order of fields.</summary>
    public static string Fingerprint<T>(T request) => EffectKey.Digest(JsonSerializer.Serialize(request, ApiJson.Options));

    /// <summary>201 for what was made, 200 for a repeat of the same request, 409 for another request with the same id.</summary>
    public static IResult Answer<T>(HttpResponse response, string location, T view, bool made, bool same)
    {
        if (!same) return Problems.Conflict($"id: {location} was created by a different request.");
        response.Headers.Location = location;
        return ApiJson.Json(view, made ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}
