using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TestSupport.LocalApp;

/// <summary>A bot platform's side of <c>POST /webhooks/channel</c>, written from the Standard Webhooks specification and not from the app.</summary>
public static class SignedEvents
{
    /// <summary>The secret of every app started by <see cref="AppProcess"/>.</summary>
    public const string Secret = "whsec_YSBzZWNyZXQgdGhhdCBvbmx5IHRlc3RzIGtub3c=";

    static readonly byte[] Key = Convert.FromBase64String(Secret["whsec_".Length..]);

    /// <summary>The message of a person who came into a group, signed now.</summary>
    public static HttpRequestMessage Joined(Join join) => Request("/webhooks/channel", join.WebhookId, JsonSerializer.Serialize(new
    {
        type = "member.joined",
        timestamp = join.At.ToString("O", CultureInfo.InvariantCulture),
        data = new { groupId = join.GroupId, memberId = join.MemberId, name = join.Name },
    }));

    /// <summary>What a shop of the Standard Webhooks kind tells, signed now by the same secret.</summary>
    public static HttpRequestMessage OfShop(string shop, string id, string body) => Request($"/webhooks/shops/{shop}", id, body);

    static HttpRequestMessage Request(string path, string id, string body)
    {
        var sentAt = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{id}.{sentAt}.{body}")));
        return new HttpRequestMessage(HttpMethod.Post, path)
        {
            Headers = { { "webhook-id", id }, { "webhook-timestamp", sentAt }, { "webhook-signature", $"v1,{signature}" } },
            Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")),
        };
    }
}

/// <summary>One person who joins one group; <paramref name="WebhookId"/> stays the same however often it is told.</summary>
public sealed record Join(string WebhookId, string GroupId, string MemberId, string Name, DateTimeOffset At);
