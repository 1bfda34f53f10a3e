using System.Globalization;
using System.Text;
using System.Text.Json;
using FunctionsApp.Platform.Webhooks;

namespace Rehearsal.Hosting;

/// <summary>Webhooks of the platform and of a shop, signed by the Standard Webhooks scheme.</summary>
static class Webhooks
{
    public const string Secret = "whsec_YSBzZWNyZXQgdGhhdCBvbmx5IHRlc3RzIGtub3c=";

    public const string ChannelPath = "/webhooks/channel";

    static readonly WebhookSecret Key = WebhookSecret.Parse(Secret);

    /// <summary>A webhook that is signed at this instant.</summary>
    public static ApiRequest Sign(string id, string body, DateTimeOffset at, string path = ChannelPath)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var headers = StandardWebhooks.Sign(id, at, bytes, Key);
        return new ApiRequest(
            "POST",
            path,
            bytes,
            (StandardWebhookHeaders.IdName, headers.Id!),
            (StandardWebhookHeaders.TimestampName, headers.Timestamp!),
            (StandardWebhookHeaders.SignatureName, headers.Signature!));
    }

    /// <summary>The body of an event of the platform; null fields are left out of no event.</summary>
    public static string ChannelBody(string type, DateTimeOffset at, IReadOnlyDictionary<string, object?> data) =>
        JsonSerializer.Serialize(new { type, timestamp = Text(at), data });

    /// <summary>The body of a message of the shop; amounts in minor units.</summary>
    public static string OrderBody(string type, OrderMessage order) => JsonSerializer.Serialize(new
    {
        type,
        data = new
        {
            orderId = order.OrderId,
            buyer = new { id = order.BuyerId, memberId = order.MemberId },
            amountMinor = order.AmountMinor,
            currency = "CNY",
            items = (object[])[new { name = order.Product, quantity = 1, amountMinor = order.AmountMinor }],
            linkCode = order.LinkCode,
            at = Text(order.At),
        },
    });

    static string Text(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);
}

/// <summary>
/// What a shop says of an order. <paramref name="MemberId"/> is null where the shop does not know the member, and
/// <paramref name="LinkCode"/> where the buyer followed no link.
/// </summary>
sealed record OrderMessage(
    string OrderId,
    string BuyerId,
    string? MemberId,
    long AmountMinor,
    string Product,
    string? LinkCode,
    DateTimeOffset At);
