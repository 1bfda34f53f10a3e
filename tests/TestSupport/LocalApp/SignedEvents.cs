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

    /// <summary>The message of a person who came into a group, signed at <paramref name="signedAt"/> by the app's clock (null: now).</summary>
    public static HttpRequestMessage Joined(Join join, DateTimeOffset? signedAt = null) => Request("/webhooks/channel", join.WebhookId, signedAt ?? DateTimeOffset.UtcNow, JsonSerializer.Serialize(new
    {
        type = "member.joined",
        timestamp = join.At.ToString("O", CultureInfo.InvariantCulture),
        data = new { groupId = join.GroupId, memberId = join.MemberId, name = join.Name, state = join.Code },
    }));

    /// <summary>What a shop of the Standard Webhooks kind tells, signed now by the same secret.</summary>
    public static HttpRequestMessage OfShop(string shop, string id, string body) => Request($"/webhooks/shops/{shop}", id, DateTimeOffset.UtcNow, body);

    static HttpRequestMessage Request(string path, string id, DateTimeOffset signedAt, string body)
    {
        var sentAt = signedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{id}.{sentAt}.{body}")));
        return new HttpRequestMessage(HttpMethod.Post, path)
        {
            Headers = { { "webhook-id", id }, { "webhook-timestamp", sentAt }, { "webhook-signature", $"v1,{signature}" } },
            Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")),
        };
    }
}

/// <summary>One person who joins one group, by a code where there was one; <paramref name="WebhookId"/> stays the same however often it is told.</summary>
public sealed record Join(string WebhookId, string GroupId, string MemberId, string Name, DateTimeOffset At, string? Code = null);
