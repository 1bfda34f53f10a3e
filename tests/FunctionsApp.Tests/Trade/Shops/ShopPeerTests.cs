using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FunctionsApp.Tests.Platform.Webhooks;
using FunctionsApp.Trade.Shops;
using TestSupport;

namespace FunctionsApp.Tests.Trade.Shops;

/// <summary>Against implementations that are not ours: what they sign is accepted, and what we would sign they accept.</summary>
public sealed class ShopPeerTests(ShopHost app) : IClassFixture<ShopHost>
{
    const int Messages = 40;

    [Fact]
    public async Task Shopifys_own_library_signs_what_we_accept_and_accepts_what_we_would_sign()
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        var random = new Random(20261201);
        var bodies = Enumerable.Range(0, Messages).Select(_ => WebhookMessage.From(random, app.Now).Body).Where(body => body.Length > 0).ToList();
        var ours = bodies.Select(body => new { body, signature = ShopSignatures.HmacSha256(Encoding.UTF8.GetBytes(ShopSigner.ShopifySecret), Encoding.UTF8.GetBytes(body)) }).ToList();
        var altered = ours.Select(one => new { body = one.body + " ", one.signature });

        var answer = await NodePeer.RunAsync<NodeStandardWebhooks.Answer>(
            "shopify.mjs", new { secret = ShopSigner.ShopifySecret, sign = bodies, verify = ours.Concat(altered).ToList() });

        Assert.Equal([.. bodies.Select(_ => true), .. bodies.Select(_ => false)], answer.Accepted);
        foreach (var (body, signature) in bodies.Zip(answer.Signatures).Where(one => one.First.Length < 60_000))
        {
            var signed = ShopSigner.Shopify("orders/paid", Encoding.UTF8.GetBytes(body)).With("X-Shopify-Hmac-Sha256", signature);
            Assert.Equal(HttpStatusCode.OK, (await app.SendAsync("shopify", signed)).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await app.SendAsync("shopify", signed with { Body = [.. signed.Body, (byte)' '] })).Status);
        }
    }

    [Fact]
    public async Task Whatever_OpenSSL_signs_as_WooCommerce_does_is_accepted()
    {
        var body = ShopSigner.Bytes(Shops.SampleShopMessages.WooOrder(91));
        var signature = await OpenSsl.DigestAsync(body, "-sha256", "-mac", "HMAC", "-macopt", $"hexkey:{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(ShopSigner.WooSecret))}");

        await app.SendMessageAsync("woo", ShopSigner.Woo(body).With("X-WC-Webhook-Signature", Convert.ToBase64String(signature)));

        Assert.True(await app.HasOrderAsync("woo", "91"));
    }

    [Fact]
    public async Task Whatever_OpenSSL_signs_as_Youzan_does_is_accepted_over_the_field_and_over_the_body()
    {
        var body = JsonNode.Parse(ShopSigner.Youzan("trade_TradePaid", Shops.SampleShopMessages.YouzanOrder("E91")).Body)!.AsObject();
        var sign = await OpenSsl.DigestAsync(Encoding.UTF8.GetBytes(ShopSigner.YouzanClient + body["msg"] + ShopSigner.YouzanSecret), "-md5");
        body["sign"] = Convert.ToHexStringLower(sign);
        await app.SendMessageAsync("youzan", new SignedShopMessage(ShopSigner.Bytes(body), "application/json"));
        Assert.True(await app.HasOrderAsync("youzan", "E91"));

        body["msg"] = Shops.SampleShopMessages.YouzanRefund("E91", "r91", "59.90"); // newer messages hold an object, which only the header signs
        body["type"] = "youzan_trade_RefundSuccess";
        var bytes = ShopSigner.Bytes(body);
        var header = await OpenSsl.DigestAsync([.. Encoding.UTF8.GetBytes(ShopSigner.YouzanClient), .. bytes, .. Encoding.UTF8.GetBytes(ShopSigner.YouzanSecret)], "-md5");
        await app.SendMessageAsync("youzan", new SignedShopMessage(bytes, "application/json", ("Event-Sign", Convert.ToHexStringLower(header))));
        Assert.Equal(Community.Trade.Orders.OrderState.Refunded, (await app.OrderAsync("youzan", "E91")).State);
    }
}
