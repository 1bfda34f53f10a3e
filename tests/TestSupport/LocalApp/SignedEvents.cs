using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TestSupport.LocalApp;

/// <summary>Signs webhooks by the Standard Webhooks specification, without code of the app.</summary>
public static class SignedEvents
{
    /// <summary>The secret of every app started by <see cref="AppProcess"/>.</summary>
    public const string Secret = "whsec_YSBzZWNyZXQgdGhhdCBvbmx5IHRlc3RzIGtub3c=";

    static readonly byte[] Key = Convert.FromBase64String(Secret["whsec_".Length..]);

    /// <summary>A webhook of a member who joined a group, signed at <paramref name="signedAt"/> (null: now).</summary>
    public static HttpRequestMessage Joined(Join join, DateTimeOffset? signedAt = null) =>
        Request(
            "/webhooks/channel",
            join.WebhookId,
            signedAt ?? DateTimeOffset.UtcNow,
            JsonSerializer.Serialize(
                new
                {
                    type = "member.joined",
                    timestamp = join.At.ToString("O", CultureInfo.InvariantCulture),
                    data = new
                    {
                        groupId = join.GroupId,
                        memberId = join.MemberId,
                        name = join.Name,
                        state = join.Code,
                    },
                }));

    /// <summary>A webhook of a member who left a group, signed at its instant.</summary>
    public static HttpRequestMessage Left(string id, string groupId, string memberId, DateTimeOffset at) =>
        Request(
            "/webhooks/channel",
            id,
            at,
            JsonSerializer.Serialize(
                new
                {
                    type = "member.left",
                    timestamp = at.ToString("O", CultureInfo.InvariantCulture),
                    data = new { groupId, memberId },
                }));

    /// <summary>A webhook of a message in a group, signed at its instant.</summary>
    public static HttpRequestMessage Posted(
        string id, string groupId, string memberId, string text, DateTimeOffset at) =>
        Request(
            "/webhooks/channel",
            id,
            at,
            JsonSerializer.Serialize(
                new
                {
                    type = "message.posted",
                    timestamp = at.ToString("O", CultureInfo.InvariantCulture),
                    data = new
                    {
                        groupId,
                        memberId,
                        text,
                    },
                }));

    /// <summary>
    /// A webhook of a shop, signed with the same secret at <paramref name="signedAt"/> (null: now).
    /// </summary>
    public static HttpRequestMessage FromShop(string shop, string id, string body, DateTimeOffset? signedAt = null) =>
        Request($"/webhooks/shops/{shop}", id, signedAt ?? DateTimeOffset.UtcNow, body);

    static HttpRequestMessage Request(string path, string id, DateTimeOffset signedAt, string body)
    {
        var sentAt = signedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToBase64String(
            HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{id}.{sentAt}.{body}")));
        return new HttpRequestMessage(HttpMethod.Post, path)
        {
            Headers =
            {
                { "webhook-id", id },
                { "webhook-timestamp", sentAt },
                { "webhook-signature", $"v1,{signature}" },
            },
            Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")),
        };
    }
}

/// <summary>
/// A member who joins a group, optionally by a code. Repeated calls have the same <paramref name="WebhookId"/>.
/// </summary>
public sealed record Join(
    string WebhookId,
    string GroupId,
    string MemberId,
    string Name,
    DateTimeOffset At,
    string? Code = null);
