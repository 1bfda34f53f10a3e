using System.Diagnostics;
using System.Net;
using System.Text;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Trade.Shops;

namespace FunctionsApp.Tests.Trade.Shops;

/// <summary>What is wrong about a request, per dialect: each is answered as it should be, at once, and leaves nothing but a count.</summary>
public sealed class MalformedTests(ShopHost app) : IClassFixture<ShopHost>
{
    static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(50);

    public static TheoryData<string, string> Faults { get; } =
    [
        .. from shop in new[] { "shopify", "woo" }
           from fault in new[] { "missing", "empty", "doubled", "truncated", "wrong case", "hexadecimal", "base64url", "padded", "endless", "spaced", "no topic", "two topics" }
           select (shop, fault),
        .. from fault in new[] { "missing", "empty", "number", "doubled", "truncated", "wrong case", "base64", "endless", "no msg", "msg decoded", "wrong header" }
           select ("youzan", fault),
        .. from fault in new[]
           {
               "no id", "no timestamp", "no signature", "two ids", "two timestamps", "two signatures", "truncated", "wrong case", "hexadecimal", "endless", "other version",
               "too old", "too new", "milliseconds", "other id",
           }
           select ("tea", fault),
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_malformed_request_is_refused_and_stores_nothing(string shop, string fault)
    {
        await RefusedAsync(shop, fault == "no topic" || fault == "two topics" ? Topic(shop, fault) : Spoil(shop, fault));
    }

    [Theory]
    [InlineData("shopify")]
    [InlineData("woo")]
    [InlineData("youzan")]
    [InlineData("tea")]
    public async Task A_body_altered_by_one_bit_is_refused(string shop)
    {
        var random = new Random(20261201);
        var signed = Genuine(shop);
        for (var i = 0; i < 40; i++)
        {
            var body = signed.Body.ToArray();
            var (first, count) = Covered(shop, body);
            body[first + random.Next(count)] ^= (byte)(1 << random.Next(7));
            await RefusedAsync(shop, signed with { Body = body });
        }
    }

    [Theory]
    [InlineData("shopify", "other")]
    [InlineData("other", "shopify")]
    [InlineData("woo", "shopify")]
    [InlineData("youzan", "tea")]
    [InlineData("tea", "youzan")]
    public async Task What_one_shop_signed_is_refused_of_another(string from, string to) => await RefusedAsync(to, Genuine(from));

    [Theory]
    [InlineData("shopify")]
    [InlineData("woo")]
    [InlineData("youzan")]
    [InlineData("tea")]
    public async Task A_body_of_ten_megabytes_is_413_with_a_length_and_without_one(string shop)
    {
        await app.RunUntilIdleAsync();
        var before = await app.StoredAsync();
        var signed = Genuine(shop) with { Body = new byte[10 * 1024 * 1024] };

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await app.SendAsync(shop, signed)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await ChunkedAsync(shop, signed));

        Assert.Equal(before, await app.StoredAsync());
    }

    [Theory]
    [InlineData("shopify")]
    [InlineData("woo")]
    [InlineData("youzan")]
    public async Task A_genuine_body_without_a_length_is_taken_in(string shop) => Assert.Equal(HttpStatusCode.OK, await ChunkedAsync(shop, Genuine(shop)));

    [Fact]
    public async Task A_shop_that_nobody_set_up_is_404_like_any_other_path()
    {
        var answer = await app.SendAsync("nobody", Genuine("shopify"));
        var elsewhere = await app.SendAsync(HttpMethod.Post, "/webhooks/nobody", null);

        ProblemAssert.IsProblem(answer, HttpStatusCode.NotFound);
        Assert.Equal(elsewhere.Text.Replace("/webhooks/nobody", "/webhooks/shops/nobody", StringComparison.Ordinal), answer.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await app.SendAsync("Shopify", Genuine("shopify"))).Status);
    }

    [Fact]
    public async Task While_secrets_rotate_either_of_them_signs() =>
        Assert.Equal(
            HttpStatusCode.OK,
            (await app.SendAsync("shopify", ShopSigner.Shopify("orders/paid", ShopSigner.Bytes(SampleShopMessages.ShopifyOrder(77)), ShopSigner.OlderShopifySecret))).Status);

    [Fact]
    public async Task Names_of_headers_are_compared_without_case()
    {
        var signed = Genuine("shopify");

        Assert.Equal(HttpStatusCode.OK, (await app.SendAsync("shopify", signed with { Headers = [.. signed.Headers.Select(header => (header.Name.ToUpperInvariant(), header.Value))] })).Status);
    }

    [Fact]
    public async Task However_many_are_refused_one_row_counts_them()
    {
        var before = await app.FailuresAsync("other");
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => app.SendAsync("other", Genuine("shopify"))));

        Assert.Equal(before.GetValueOrDefault(FailureReason.WrongSignature) + 50, (await app.FailuresAsync("other"))[FailureReason.WrongSignature]);
        Assert.Single(await app.ListAsync<WebhookFailure>("/api/webhooks/failures?"), failure => failure is { Shop: "other", Reason: FailureReason.WrongSignature });
    }

    async Task RefusedAsync(string shop, SignedShopMessage signed)
    {
        await app.RunUntilIdleAsync();
        var before = await app.StoredAsync();
        var (quickest, attempts) = (TimeSpan.MaxValue, 0);
        do
        {
            var started = Stopwatch.GetTimestamp();
            ProblemAssert.IsProblem(await app.SendAsync(shop, signed), HttpStatusCode.Unauthorized);
            quickest = Stopwatch.GetElapsedTime(started) is var took && took < quickest ? took : quickest;
        }
        while (quickest > Quick && ++attempts < 20); // a machine that does other things besides answers late now and then
        Assert.True(quickest <= Quick, $"{quickest.TotalMilliseconds} ms");
        Assert.Equal(before, await app.StoredAsync());
    }

    async Task<HttpStatusCode> ChunkedAsync(string shop, SignedShopMessage signed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/webhooks/shops/{shop}") { Content = new StreamContent(new MemoryStream(signed.Body)) };
        request.Headers.TransferEncodingChunked = true;
        request.Content.Headers.ContentLength = null;
        request.Content.Headers.TryAddWithoutValidation("Content-Type", signed.ContentType);
        foreach (var (name, value) in signed.Headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await app.Client.SendAsync(request);
        return response.StatusCode;
    }

    SignedShopMessage Genuine(string shop) => shop switch
    {
        "shopify" => ShopSigner.Shopify("orders/paid", ShopSigner.Bytes(SampleShopMessages.ShopifyOrder(55))),
        "other" => ShopSigner.Shopify("orders/paid", ShopSigner.Bytes(SampleShopMessages.ShopifyOrder(55)), "shpss_of_another_shop"),
        "woo" => ShopSigner.Woo(ShopSigner.Bytes(SampleShopMessages.WooOrder(55))),
        "youzan" => ShopSigner.Youzan("trade_TradePaid", SampleShopMessages.YouzanOrder("E55")),
        _ => ShopSigner.Standard(app, SampleShopMessages.Paid("s55", app.Now)),
    };

    // Youzan signs the field msg and not the body around it.
    static (int First, int Count) Covered(string shop, byte[] body)
    {
        if (shop != "youzan") return (0, body.Length);
        var text = Encoding.UTF8.GetString(body);
        var first = text.IndexOf("\"msg\":\"", StringComparison.Ordinal) + 7;
        return (first, text.IndexOf('"', first) - first);
    }

    SignedShopMessage Topic(string shop, string fault)
    {
        var header = shop == "shopify" ? "X-Shopify-Topic" : "X-WC-Webhook-Topic";
        var signed = Genuine(shop).Without(header);
        return fault == "no topic" ? signed : signed with { Headers = [.. signed.Headers, (header, "orders/paid"), (header, "orders/cancelled")] };
    }

    SignedShopMessage Spoil(string shop, string fault) => shop switch
    {
        "shopify" => SpoilHeader(Genuine(shop), "X-Shopify-Hmac-Sha256", fault),
        "woo" => SpoilHeader(Genuine(shop), "X-WC-Webhook-Signature", fault),
        "youzan" => SpoilSign(Genuine(shop), fault),
        _ => SpoilStandard(fault),
    };

    static SignedShopMessage SpoilHeader(SignedShopMessage signed, string header, string fault)
    {
        var value = signed[header];
        return fault switch
        {
            "missing" => signed.Without(header),
            "empty" => signed.With(header, ""),
            "doubled" => signed with { Headers = [.. signed.Headers, (header, value)] },
            "truncated" => signed.With(header, value[..^4]),
            "wrong case" => signed.With(header, value.ToUpperInvariant()),
            "hexadecimal" => signed.With(header, Convert.ToHexStringLower(Convert.FromBase64String(value))),
            "base64url" => signed.With(header, value.TrimEnd('=')),
            "padded" => signed.With(header, $"{value}="),
            "endless" => signed.With(header, value + new string('A', 8_000)),
            _ => signed.With(header, value.Insert(5, " ")),
        };
    }

    static SignedShopMessage SpoilSign(SignedShopMessage signed, string fault)
    {
        var body = System.Text.Json.Nodes.JsonNode.Parse(signed.Body)!.AsObject();
        var sign = body["sign"]!.GetValue<string>();
        switch (fault)
        {
            case "missing": body.Remove("sign"); break;
            case "empty": body["sign"] = ""; break;
            case "number": body["sign"] = 7; break;
            case "doubled": return signed with { Body = Encoding.UTF8.GetBytes(body.ToJsonString()[..^1] + $",\"sign\":\"{sign}\"}}") };
            case "truncated": body["sign"] = sign[..^1]; break;
            case "wrong case": body["sign"] = sign.ToUpperInvariant(); break;
            case "base64": body["sign"] = Convert.ToBase64String(Convert.FromHexString(sign)); break;
            case "endless": body["sign"] = sign + new string('a', 8_000); break;
            case "no msg": body.Remove("msg"); break;
            case "msg decoded": body["msg"] = Uri.UnescapeDataString(body["msg"]!.GetValue<string>()); break;
            default: return signed.With("Event-Sign", sign); // it must be that of the whole body where it is there
        }

        return signed with { Body = ShopSigner.Bytes(body) };
    }

    SignedShopMessage SpoilStandard(string fault)
    {
        var signed = Genuine("tea");
        var (id, timestamp, signature) = (signed["webhook-id"], signed["webhook-timestamp"], signed["webhook-signature"]);
        return fault switch
        {
            "no id" => signed.Without("webhook-id"),
            "no timestamp" => signed.Without("webhook-timestamp"),
            "no signature" => signed.Without("webhook-signature"),
            "two ids" => signed with { Headers = [.. signed.Headers, ("webhook-id", id)] },
            "two timestamps" => signed with { Headers = [.. signed.Headers, ("webhook-timestamp", timestamp)] },
            "two signatures" => signed with { Headers = [.. signed.Headers, ("webhook-signature", signature)] },
            "truncated" => signed.With("webhook-signature", signature[..^1]),
            "wrong case" => signed.With("webhook-signature", $"v1,{signature[3..].ToUpperInvariant()}"),
            "hexadecimal" => signed.With("webhook-signature", $"v1,{Convert.ToHexStringLower(Convert.FromBase64String(signature[3..]))}"),
            "endless" => signed.With("webhook-signature", $"{signature} v1,{new string('A', 8_000)}"),
            "other version" => signed.With("webhook-signature", $"v2{signature[2..]}"),
            "too old" => ShopSigner.Standard(app, SampleShopMessages.Paid("s55", app.Now), at: app.Now.AddMinutes(-6)),
            "too new" => ShopSigner.Standard(app, SampleShopMessages.Paid("s55", app.Now), at: app.Now.AddMinutes(6)),
            "milliseconds" => signed.With("webhook-timestamp", $"{timestamp}000"),
            _ => signed.With("webhook-id", "msg_other"),
        };
    }
}
