using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Community.Trade.Orders;
using FunctionsApp.Tests.Platform.Webhooks;
using FunctionsApp.Trade.Shops;
using TestSupport;

namespace FunctionsApp.Tests.Trade.Shops;

/// <summary>The app against independent implementations of the signatures of shops.</summary>
public sealed class ShopPeerTests(ShopHost app) : IClassFixture<ShopHost>
{
    const int Messages = 40;

    [Fact]
    public async Task App_and_the_library_of_Shopify_accept_the_signatures_of_each_other()
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        var random = new Random(20261201);
        var bodies = Enumerable.Range(0, Messages)
            .Select(_ => WebhookMessage.From(random, app.Now).Body)
            .Where(body => body.Length > 0)
            .ToList();
        var secret = Encoding.UTF8.GetBytes(ShopSigner.ShopifySecret);
        var ours = bodies
            .Select(body => new { body, signature = ShopSignatures.HmacSha256(secret, Encoding.UTF8.GetBytes(body)) })
            .ToList();
        var altered = ours.Select(one => new { body = one.body + " ", one.signature });

        var answer = await NodePeer.RunAsync<NodeStandardWebhooks.Answer>(
            "shopify.mjs",
            new { secret = ShopSigner.ShopifySecret, sign = bodies, verify = ours.Concat(altered).ToList() });

        Assert.Equal([.. bodies.Select(_ => true), .. bodies.Select(_ => false)], answer.Accepted);
        foreach (var (body, signature) in bodies.Zip(answer.Signatures).Where(one => one.First.Length < 60_000))
        {
            var signed = ShopSigner.Shopify("orders/paid", Encoding.UTF8.GetBytes(body))
                .With("X-Shopify-Hmac-Sha256", signature);
            var longer = signed with { Body = [.. signed.Body, (byte)' '] };
            Assert.Equal(HttpStatusCode.OK, (await app.SendAsync("shopify", signed)).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await app.SendAsync("shopify", longer)).Status);
        }
    }

    [Fact]
    public async Task WooCommerce_signature_made_by_OpenSSL_is_accepted()
    {
        var body = ShopSigner.Bytes(SampleShopMessages.WooOrder(91));
        var key = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(ShopSigner.WooSecret));
        var signature = await OpenSsl.DigestAsync(body, "-sha256", "-mac", "HMAC", "-macopt", $"hexkey:{key}");

        await app.SendMessageAsync(
            "woo", ShopSigner.Woo(body).With("X-WC-Webhook-Signature", Convert.ToBase64String(signature)));

        Assert.True(await app.HasOrderAsync("woo", "91"));
    }

    [Fact]
    public async Task Youzan_signatures_of_the_field_and_of_the_body_made_by_OpenSSL_are_accepted()
    {
        var signed = ShopSigner.Youzan("trade_TradePaid", SampleShopMessages.YouzanOrder("E91"));
        var body = JsonNode.Parse(signed.Body)!.AsObject();
        body["sign"] = await YouzanDigestAsync(Encoding.UTF8.GetBytes($"{body["msg"]}"));
        await app.SendMessageAsync("youzan", new SignedShopMessage(ShopSigner.Bytes(body), "application/json"));
        Assert.True(await app.HasOrderAsync("youzan", "E91"));

        // Newer messages hold an object, which only the header signs.
        body["msg"] = SampleShopMessages.YouzanRefund("E91", "r91", "59.90");
        body["type"] = "youzan_trade_RefundSuccess";
        var bytes = ShopSigner.Bytes(body);
        await app.SendMessageAsync(
            "youzan",
            new SignedShopMessage(bytes, "application/json", ("Event-Sign", await YouzanDigestAsync(bytes))));
        Assert.Equal(OrderState.Refunded, (await app.OrderAsync("youzan", "E91")).State);
    }

    static async Task<string> YouzanDigestAsync(byte[] content)
    {
        byte[] signed =
        [
            .. Encoding.UTF8.GetBytes(ShopSigner.YouzanClient),
            .. content,
            .. Encoding.UTF8.GetBytes(ShopSigner.YouzanSecret),
        ];
        return Convert.ToHexStringLower(await OpenSsl.DigestAsync(signed, "-md5"));
    }
}
