using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Http;

/// <summary>
/// The continuation that a list gives out: the position in the store and a digest of the list and the position. Stores
/// differ in what they do with a position of another list or of none: some answer an empty page. The digest needs no
/// key, because a position opens nothing that the list does not show.
/// </summary>
public static class Continuation
{
    const int DigestBytes = 12;

    // The page and the key say nothing about which list it is.
    static readonly string[] NotOfTheList = ["top", "continuation", "code"];

    /// <summary>The text for the next page of the list that the request asks for.</summary>
    public static string Wrap(HttpRequest request, string position)
    {
        var bytes = Encoding.UTF8.GetBytes(position);
        return Base64Url.EncodeToString([.. Digest(request, bytes), .. bytes]);
    }

    /// <summary>
    /// The position; throws <see cref="BadContinuationException"/> for a text that the list did not give out.
    /// </summary>
    public static string Unwrap(HttpRequest request, string continuation)
    {
        if (!Base64Url.IsValid(continuation)) throw new BadContinuationException();
        var bytes = Base64Url.DecodeFromChars(continuation).AsSpan();
        if (bytes.Length <= DigestBytes) throw new BadContinuationException();
        var position = bytes[DigestBytes..];
        if (!bytes[..DigestBytes].SequenceEqual(Digest(request, position))) throw new BadContinuationException();
        return Encoding.UTF8.GetString(position);
    }

    static ReadOnlySpan<byte> Digest(HttpRequest request, ReadOnlySpan<byte> position) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(ListOf(request)), 0, .. position]).AsSpan(0, DigestBytes);

    // A list is its path and its filters, in any order.
    static string ListOf(HttpRequest request)
    {
        var filters = request.Query
            .Where(parameter => !NotOfTheList.Contains(parameter.Key, StringComparer.OrdinalIgnoreCase))
            .Select(parameter => $"{parameter.Key.ToUpperInvariant()}={parameter.Value}")
            .Order(StringComparer.Ordinal);
        return string.Join('\n', [request.Path.ToString(), .. filters]);
    }
}
