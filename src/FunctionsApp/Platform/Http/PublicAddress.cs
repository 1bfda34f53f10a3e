using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Platform.Http;

/// <summary>
/// The public address of the app, which is printed in QR codes and links. It never follows from the header <c>Host</c>,
/// which a caller can forge.
/// </summary>
/// <param name="configured">
/// The address without a slash at its end. Null where the host takes connections of the public itself: the address is
/// then the one at which the connection of the request arrived.
/// </param>
public sealed class PublicAddress(string? configured)
{
    const string Setting = "PublicBaseUrl";
    const string HostName = "WEBSITE_HOSTNAME";

    /// <summary>
    /// Reads <c>PublicBaseUrl</c>, or else <c>WEBSITE_HOSTNAME</c>, for the Functions host; throws
    /// <see cref="SettingException"/> when <c>PublicBaseUrl</c> is no absolute http or https address, and without
    /// <c>WEBSITE_HOSTNAME</c>: its Durable Task extension then fails each call of a function that has a client.
    /// </summary>
    public static PublicAddress Read(IConfiguration settings) => settings[HostName] is { Length: > 0 }
        ? new PublicAddress(ReadConfigured(settings))
        : throw new SettingException(
            HostName,
            "is not set: Azure and Azure Functions Core Tools set it; elsewhere set it to the host name and port of "
            + "the Functions host, such as localhost:7071.");

    /// <summary>
    /// The same for a host that takes the connections of the public itself and needs neither setting.
    /// </summary>
    public static PublicAddress ReadOrFollowConnection(IConfiguration settings) => new(ReadConfigured(settings));

    /// <summary>The absolute address of a path that begins with a slash.</summary>
    public string Absolute(HttpRequest request, string path) => (configured ?? LocalAddress(request)) + path;

    /// <summary>
    /// The absolute address of a path that begins with a slash, for work without a request; null where only connections
    /// tell the address.
    /// </summary>
    public string? Find(string path) => configured is null ? null : configured + path;

    static string? ReadConfigured(IConfiguration settings)
    {
        if (settings[Setting] is { Length: > 0 } text) return Parse(text);
        if (settings[HostName] is not { Length: > 0 } hostName) return null;
        // As the Functions host does for the addresses that it makes.
        var isLocal = hostName.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase);
        return $"{(isLocal ? "http" : "https")}://{hostName}";
    }

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
