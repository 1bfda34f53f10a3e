using System.Buffers;
using System.Globalization;

namespace Community.Platform;

/// <summary>
/// Web addresses (http and https) in one spelling: absolute, escaped, and with the host in its ASCII form (IDN), as
/// HTTP headers and comparisons need them.
/// </summary>
public static class WebUrl
{
    const UriComponents PathAndLater = UriComponents.PathAndQuery | UriComponents.Fragment;

    static readonly SearchValues<char> HostCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._");

    // Letter marks, embeddings, overrides and isolates: they show an address in another order than it is.
    static readonly SearchValues<char> DirectionCharacters = SearchValues.Create(
        "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069");

    /// <summary>
    /// The address in its one spelling; null for another scheme, an invalid host or <see cref="HidesText"/>.
    /// </summary>
    public static string? Normalize(string? address)
    {
        if (address is null || HidesText(address)) return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !IsWeb(uri)) return null;
        if (HostOf(uri) is not { } host) return null;
        return Uri.TryCreate(Spell(uri, host), UriKind.Absolute, out var spelled) ? spelled.AbsoluteUri : null;
    }

    /// <summary>
    /// The host to which an address leads, in its ASCII form and lower case; null for what <see cref="Normalize"/>
    /// refuses, and for an address with user information, which could imitate a host.
    /// </summary>
    public static string? FindHost(string? address) =>
        Normalize(address) is { } normal && new Uri(normal) is { UserInfo.Length: 0, Host: var host } ? host : null;

    /// <summary>The name of a host in its ASCII form; null for an invalid name.</summary>
    public static string? NormalizeHost(string name)
    {
        try
        {
            var host = new IdnMapping().GetAscii(name.TrimEnd('.'));
            return host.AsSpan().ContainsAnyExcept(HostCharacters) ? null : host;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// True for control characters, line separators and characters that change the direction of text.
    /// </summary>
    public static bool HidesText(string text) =>
        text.AsSpan().ContainsAny(DirectionCharacters)
        || text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029');

    static bool IsWeb(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp;

    static string? HostOf(Uri uri)
    {
        if (uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6) return uri.Host;
        return uri.Host.Length == 0 ? null : NormalizeHost(uri.Host);
    }

    static string Spell(Uri uri, string host)
    {
        var user = uri.UserInfo.Length == 0 ? "" : $"{uri.UserInfo}@";
        var port = uri.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{uri.Port}");
        return $"{uri.Scheme}://{user}{host}{port}{uri.GetComponents(PathAndLater, UriFormat.UriEscaped)}";
    }
}
