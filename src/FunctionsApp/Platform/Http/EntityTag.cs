using System.Security.Cryptography;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FunctionsApp.Platform.Http;

/// <summary>
/// The header <c>ETag</c> of things and the header <c>If-Match</c> of their edits (RFC 9110). The tag names the version
/// of the stored document. What an answer adds to it from elsewhere, such as figures, has no part in the tag, so a
/// click does not make an edit stale.
/// </summary>
public static class EntityTag
{
    /// <summary>The view as JSON, with the tag of the document that it shows.</summary>
    public static IResult Json<T, TView>(HttpRequest request, T document, TView view, int status = 200)
    {
        Set(request.HttpContext.Response, document);
        return ApiJson.Json(view, status);
    }

    /// <summary>The tag of content that is served as it is.</summary>
    public static EntityTagHeaderValue OfContent(ReadOnlySpan<byte> content) =>
        new($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\"");

    public static void Set<T>(HttpResponse response, T document) =>
        response.Headers.ETag = $"\"{ExpectedVersion.Of(document)}\"";

    /// <summary>
    /// The answer of <paramref name="edit"/>, which hands the expected version to the store; null when the request
    /// names none. 412 when the store finds another version.
    /// </summary>
    public static async Task<IResult> CheckAsync(HttpRequest request, Func<ExpectedVersion?, Task<IResult>> edit)
    {
        try
        {
            return await edit(Read(request));
        }
        catch (StaleVersionException)
        {
            return Problems.Stale("It changed since it was read: read it again.");
        }
    }

    // A weak tag never matches (RFC 9110, 13.1.1), nor does what is no tag.
    static ExpectedVersion? Read(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0) return null;
        var tags = request.GetTypedHeaders().IfMatch;
        return tags.Contains(EntityTagHeaderValue.Any)
            ? null
            : new ExpectedVersion(tags.Where(tag => !tag.IsWeak)
                .Select(tag => tag.Tag.ToString().Trim('"'))
                .ToHashSet(StringComparer.Ordinal));
    }
}
