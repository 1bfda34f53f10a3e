using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Community.Platform;
using Community.Trade.Orders;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Tests.Trade.Imports;
using FunctionsApp.Tests.Trade.Shops;
using FunctionsApp.Trade.Orders;
using FunctionsApp.Trade.Shops;

namespace FunctionsApp.Tests.Trade.Orders;

/// <summary>Orders with many refunds, many lines, long texts and several currencies.</summary>
public sealed class LargeOrderTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Fact]
    public async Task Sixty_partial_refunds_all_count()
    {
        var (offer, order) = (app.Conversion(), app.NewId("s"));
        var link = await app.LinkAsync(offer, "tea-1");
        var paid = SampleShopMessages.Paid(order, app.Now, amount: 10_000, linkCode: link.Code);
        await app.SendMessageAsync("tea", ShopSigner.Standard(app, paid));

        for (var number = 0; number < 60; number++)
        {
            var refund = SampleShopMessages.Refunded(order, app.Now, 100);
            await app.SendAsync("tea", ShopSigner.Standard(app, refund, $"{order}-refund-{number}"));
        }

        await app.RunUntilIdleAsync();

        Assert.Equal(6_000, (await app.OrderAsync("tea", order)).RefundedMinor);
        Assert.Equal(MoneyByCurrency.Of(4_000, "CNY"), (await app.SoldAsync(offer)).Revenue);
    }

    [Theory]
    [InlineData("茶", 500)]
    [InlineData("😀", 300)]
    [InlineData("\u0001", 200)]
    [InlineData("\"", 500)]
    public async Task Order_of_up_to_256_KiB_is_kept(string text, int lines)
    {
        var order = app.NewId("s");
        var body = ShopSigner.Bytes(PaidWithLines(order, text, lines));
        Assert.InRange(body.Length, 64 * 1024, ShopWebhookEndpoint.MaxBytes);

        await app.SendMessageAsync("tea", ShopSigner.Standard(body, app.NewId("msg"), app.Now));

        var seen = await app.OrderAsync("tea", order);
        Assert.Equal((OrderState.Paid, 5_990L, Payment.MaxItems), (seen.State, seen.AmountMinor, seen.Items.Count));
        Assert.Empty(await app.BodyRowsAsync());
    }

    [Fact]
    public async Task Order_over_256_KiB_is_413_and_counted()
    {
        var before = (await app.FailuresAsync("tea")).GetValueOrDefault(FailureReason.TooLarge);
        var body = ShopSigner.Bytes(PaidWithLines(app.NewId("s"), new string('a', 200), 1_200));

        var answer = await app.SendAsync("tea", ShopSigner.Standard(body, app.NewId("msg"), app.Now));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal(before + 1, (await app.FailuresAsync("tea")).GetValueOrDefault(FailureReason.TooLarge));
    }

    [Fact]
    public void Largest_order_fits_into_a_row()
    {
        var (text, id) = (new string('\u0001', 64), new string('"', 256));
        var at = app.Now;
        var payment = new Payment(Money.Max, "CNY", at, at)
        {
            BuyerId = new string('"', 100),
            MemberId = new string('"', 64),
            LinkCode = "0123456789",
            Items = [.. Enumerable.Repeat(new OrderItem(text, text, 1_000_000, Money.Max), Payment.MaxItems)],
        };
        var order = OrderRules.Decide(new OrderFact.Paid(id, at, at, payment), new Order("shop", id))
            .Aggregate(new Order(new string('a', 40), new string('"', 100)), OrderRules.Evolve);
        for (var number = 0; number <= OrderRules.MaxRefunds; number++)
        {
            var refund = new Refund($"{id}{number}", Money.Max, "CNY");
            order = OrderRules.Decide(new OrderFact.Refunded($"{number:d8}{id[8..]}", at, at, refund), order)
                .Aggregate(order, OrderRules.Evolve);
        }

        var length = JsonSerializer.Serialize(new OrderRecord(order), StoredJson.Options).Length;

        Assert.False(order.HasAllRefunds);
        Assert.InRange(length, 64 * 1024, DocumentRow.MaxLength - 10_000);
    }

    [Fact]
    public async Task Revenue_in_several_currencies_is_not_added()
    {
        var offer = app.Conversion();
        var link = await app.LinkAsync(offer, "tea-1");
        var (yuan, yen) = (app.NewId("s"), app.NewId("s"));
        await app.SendMessageAsync("tea", ShopSigner.Standard(
            app, SampleShopMessages.Paid(yuan, app.Now, amount: 1_000, linkCode: link.Code)));
        await app.SendMessageAsync("tea", ShopSigner.Standard(
            app, SampleShopMessages.Paid(yen, app.Now, amount: 5_000, linkCode: link.Code, currency: "JPY")));

        var sold = await app.SoldAsync(offer);

        Assert.Equal(MoneyByCurrency.Of(1_000, "CNY").Add(5_000, "JPY"), sold.Revenue);
        Assert.Null(sold.Revenue.Single);
        await app.SendMessageAsync("tea", ShopSigner.Standard(
            app, SampleShopMessages.Refunded(yuan, app.Now, 1_000)));
        Assert.Equal(5_000, (await app.SoldAsync(offer)).Revenue.Single);
    }

    [Fact]
    public async Task Imported_refund_in_another_currency_is_listed_and_not_compared()
    {
        var order = app.NewId("s");
        await app.SendMessageAsync("tea", ShopSigner.Standard(
            app, SampleShopMessages.Paid(order, app.Now, amount: 1_000)));

        var report = await app.ImportedAsync(
            $"orderId,amount,currency,paidAt,refunded\n{order},9000,JPY,2026-12-01 08:30:00,5000");

        Assert.Equal([order], report.DifferingOrders);
        Assert.Equal(0, (await app.OrderAsync("tea", order)).RefundedMinor);
        Assert.False((await app.FailuresAsync("tea")).ContainsKey(FailureReason.MixedCurrencies));
    }

    JsonObject PaidWithLines(string order, string text, int lines)
    {
        var paid = SampleShopMessages.Paid(order, app.Now);
        var name = string.Concat(Enumerable.Repeat(text, 64 / text.Length));
        var items = Enumerable.Range(0, lines).Select(number => (JsonNode)new JsonObject
        {
            ["sku"] = text.Length == 2 ? name : $"sku-{number}",
            ["name"] = name.Length == 0 ? text : name,
            ["quantity"] = 1,
            ["amountMinor"] = 10,
        });
        paid["data"]!["items"] = new JsonArray([.. items]);
        return paid;
    }
}
