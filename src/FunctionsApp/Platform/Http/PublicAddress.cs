using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Platform.Http;

/// <summary>
/// The public address of the app, which is printed in QR codes and links. It never follows from the header <c>Host</c>,
/// which a caller can forge.
/// </summary>
/// <param name="configured">
/// The address without a slash at its end. Null where the app runs under no name: the address is then the one at which
/// the connection of the request arrived.
/// </param>
public sealed class PublicAddress(string? configured)
{
    const string Setting = "PublicBaseUrl";

    /// <summary>
    /// Reads <c>PublicBaseUrl</c>, or else <c>WEBSITE_HOSTNAME</c>, which Azure sets; throws
    /// <see cref="SettingException"/> when <c>PublicBaseUrl</c> is no absolute http or https address.
    /// </summary>
    public static PublicAddress Read(IConfiguration settings)
    {
        if (settings[Setting] is { Length: > 0 } text) return new PublicAddress(Parse(text));
        return new PublicAddress(
            settings["WEBSITE_HOSTNAME"] is { Length: > 0 } hostName ? $"https://{hostName}" : null);
    }

    /// <summary>The absolute address of a path that begins with a slash.</summary>
    public string Absolute(HttpRequest request, string path) => (configured ?? LocalAddress(request)) + path;

    static string Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri is { UserInfo: "", Query: "", Fragment: "" }
            ? uri.AbsoluteUri.TrimEnd('/')
            : throw new SettingException(
                Setting, $"is '{text}'; it must be an absolute http or https address without a query.");

    static string LocalAddress(HttpRequest request)
    {
        var connection = request.HttpContext.Connection;
        var address = connection.LocalIpAddress ?? IPAddress.Loopback;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return $"{request.Scheme}://{new IPEndPoint(address, connection.LocalPort)}";
    }
}
