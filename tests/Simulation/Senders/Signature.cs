using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Simulation.Instances;

namespace Simulation.Senders;

/// <summary>Signs webhooks of the bot platform and the shop by the Standard Webhooks scheme.</summary>
static class Signature
{
    public const string Secret = "whsec_YSBzZWNyZXQgdGhhdCBvbmx5IHRlc3RzIGtub3c=";

    static readonly byte[] Key = Convert.FromBase64String(Secret["whsec_".Length..]);

    /// <summary>A webhook that is signed at this instant.</summary>
    public static ApiRequest Sign(string id, string body, DateTimeOffset at, string path = "/webhooks/channel")
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToBase64String(
            HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{id}.{seconds}.{body}")));
        return new ApiRequest(
            "POST",
            path,
            Encoding.UTF8.GetBytes(body),
            ("webhook-id", id),
            ("webhook-timestamp", seconds),
            ("webhook-signature", $"v1,{signature}"));
    }
}
