using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Queues;
using Community.Trade.Orders;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Trade.Shops;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Trade.Shops;

/// <summary>What each shop's messages make of an order.</summary>
public sealed class DialectTests(ShopHost app) : IClassFixture<ShopHost>
{
    static readonly DateTimeOffset PaidAt = new(2026, 12, 1, 8, 30, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Shopify_tells_of_a_paid_order_and_of_its_refunds()
    {
        await app.SendMessageAsync("shopify", ShopSigner.Shopify("orders/paid", ShopSigner.Bytes(SampleShopMessages.ShopifyOrder(1_001)), eventId: "event-1"));

        var order = await app.OrderAsync("shopify", "1001");
        Assert.Equal((OrderState.Paid, 5_990, 0, "CNY", PaidAt), (order.State, order.AmountMinor, order.RefundedMinor, order.Currency, order.PaidAt));
        Assert.Equal(new("115310627314723954", null), order.Buyer);
        Assert.Equal([new OrderItem("tea-100", "明前龙井 100g", 2, 4_000), new OrderItem("", "茶杯", 1, 1_990)], order.Items);
        Assert.Equal(("event-1", "paid", PaidAt), (Assert.Single(order.Events).Id, order.Events[0].Type, order.Events[0].At));

        await app.SendMessageAsync("shopify", ShopSigner.Shopify("refunds/create", ShopSigner.Bytes(SampleShopMessages.ShopifyRefund(7, 1_001, "19.90"))));
        order = await app.OrderAsync("shopify", "1001");
        Assert.Equal((OrderState.PartlyRefunded, 1_990), (order.State, order.RefundedMinor));
    }

    [Fact]
    public async Task Shopify_tells_of_a_cancelled_order_with_all_that_is_known_of_it()
    {
        var order = SampleShopMessages.ShopifyOrder(1_002, cancelledAt: "2026-12-01T10:00:00+08:00");
        order["financial_status"] = "refunded";
        order["refunds"] = new JsonArray(SampleShopMessages.ShopifyRefund(8, 1_002, "59.90"));

        await app.SendMessageAsync("shopify", ShopSigner.Shopify("orders/cancelled", ShopSigner.Bytes(order)));
        await app.SendMessageAsync("shopify", ShopSigner.Shopify("refunds/create", ShopSigner.Bytes(SampleShopMessages.ShopifyRefund(8, 1_002, "59.90"))));

        var seen = await app.OrderAsync("shopify", "1002");
        Assert.Equal((OrderState.Refunded, 5_990, 5_990), (seen.State, seen.AmountMinor, seen.RefundedMinor));
    }

    [Fact]
    public async Task A_topic_that_is_not_signed_cannot_cancel_what_the_body_says_is_paid()
    {
        await app.SendMessageAsync("shopify", ShopSigner.Shopify("orders/cancelled", ShopSigner.Bytes(SampleShopMessages.ShopifyOrder(1_003))));

        Assert.Equal(OrderState.Paid, (await app.OrderAsync("shopify", "1003")).State);
    }

    [Fact]
    public async Task WooCommerce_restates_the_order_each_time()
    {
        await app.SendMessageAsync("woo", ShopSigner.Woo(ShopSigner.Bytes(SampleShopMessages.WooOrder(2_000, status: "pending", paid: null)), "order.created"));
        Assert.False(await app.HasOrderAsync("woo", "2000"));

        await app.SendMessageAsync("woo", ShopSigner.Woo(ShopSigner.Bytes(SampleShopMessages.WooOrder(2_000))));
        var order = await app.OrderAsync("woo", "2000");
        Assert.Equal((OrderState.Paid, 5_990, "25", PaidAt), (order.State, order.AmountMinor, order.Buyer.Id, order.PaidAt));

        await app.SendMessageAsync("woo", ShopSigner.Woo(ShopSigner.Bytes(SampleShopMessages.WooOrder(2_000, refunds: [(5, "-10.00")]))));
        await app.SendMessageAsync("woo", ShopSigner.Woo(ShopSigner.Bytes(SampleShopMessages.WooOrder(2_000, refunds: [(5, "-10.00"), (6, "-9.90")]))));
        order = await app.OrderAsync("woo", "2000");
        Assert.Equal((OrderState.PartlyRefunded, 1_990), (order.State, order.RefundedMinor));

        await app.SendMessageAsync("woo", ShopSigner.Woo(ShopSigner.Bytes(SampleShopMessages.WooOrder(2_000, "refunded", refunds: [(5, "-10.00"), (6, "-9.90"), (7, "-40.00")]))));
        Assert.Equal(OrderState.Refunded, (await app.OrderAsync("woo", "2000")).State);
    }

    [Fact]
    public async Task WooCommerce_repeats_under_one_delivery_id_are_known_by_their_bodies()
    {
        var cancelled = ShopSigner.Woo(ShopSigner.Bytes(SampleShopMessages.WooOrder(2_001, "cancelled")));
        await app.SendMessageAsync("woo", ShopSigner.Woo(ShopSigner.Bytes(SampleShopMessages.WooOrder(2_001))));
        await app.SendMessageAsync("woo", cancelled);
        await app.SendMessageAsync("woo", cancelled);

        var order = await app.OrderAsync("woo", "2001");
        Assert.Equal(OrderState.Cancelled, order.State);
        Assert.Equal(["cancelled", "paid", "paid"], order.Events.Select(one => one.Type).Order());
    }

    [Fact]
    public async Task WooCommerce_is_answered_200_to_its_first_unsigned_ping_which_stores_nothing()
    {
        var answer = await app.SendAsync("woo", new SignedShopMessage("webhook_id=12"u8.ToArray(), "application/x-www-form-urlencoded"));

        Assert.Equal((HttpStatusCode.OK, ""), (answer.Status, answer.Text));
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.SendAsync("woo", new SignedShopMessage("webhook_id=12&a=b"u8.ToArray(), "application/x-www-form-urlencoded"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.SendAsync("woo", new SignedShopMessage("webhook_id=12"u8.ToArray(), "application/json"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.SendAsync("shopify", new SignedShopMessage("webhook_id=12"u8.ToArray(), "application/x-www-form-urlencoded"))).Status);
    }

    [Theory]
    [InlineData("trade_TradePaid")]
    [InlineData("TRADE_TRADEPAID")]
    [InlineData("trade_TradeBuyerPay")]
    public async Task Youzan_tells_of_a_paid_order_by_types_compared_without_case(string type)
    {
        var tid = app.NewId("E2026");
        var answer = await app.SendAsync("youzan", ShopSigner.Youzan(type, SampleShopMessages.YouzanOrder(tid)));
        Assert.Equal((HttpStatusCode.OK, """{"code":0,"msg":"success"}"""), (answer.Status, answer.Text));
        await app.RunUntilIdleAsync();

        var order = await app.OrderAsync("youzan", tid);
        Assert.Equal((OrderState.Paid, 5_990, "CNY", PaidAt), (order.State, order.AmountMinor, order.Currency, order.PaidAt));
        Assert.Equal("LnhGm4rh576452722916618240", order.Buyer.Id);
        Assert.Equal(new OrderItem("410480150", "明前龙井 100g", 2, 5_990), Assert.Single(order.Items));
    }

    [Fact]
    public async Task Youzan_tells_of_refunds_once_each_however_many_messages_follow_one_and_of_closings()
    {
        await app.SendMessageAsync("youzan", ShopSigner.Youzan("trade_refund_RefundSuccess", SampleShopMessages.YouzanRefund("E9", "20261201", "19.90")));
        Assert.Equal(OrderState.Waiting, (await app.OrderAsync("youzan", "E9")).State);
        await app.SendMessageAsync("youzan", ShopSigner.Youzan("trade_TradePaid", SampleShopMessages.YouzanOrder("E9")));
        await app.SendMessageAsync("youzan", ShopSigner.Youzan("trade_refund_RefundSellerAgree", SampleShopMessages.YouzanRefund("E9", "20261201", "19.90")));
        Assert.Equal((OrderState.PartlyRefunded, 1_990), ((await app.OrderAsync("youzan", "E9")).State, (await app.OrderAsync("youzan", "E9")).RefundedMinor));

        await app.SendMessageAsync("youzan", ShopSigner.Youzan("trade_TradeClose", SampleShopMessages.YouzanClose("E9")));
        Assert.Equal(OrderState.Cancelled, (await app.OrderAsync("youzan", "E9")).State);
    }

    [Fact]
    public async Task Youzan_test_messages_are_answered_and_store_nothing()
    {
        var answer = await app.SendAsync("youzan", ShopSigner.Youzan("trade_TradePaid", SampleShopMessages.YouzanOrder("E10"), test: true));
        await app.RunUntilIdleAsync();

        Assert.Equal((HttpStatusCode.OK, """{"code":0,"msg":"success"}"""), (answer.Status, answer.Text));
        Assert.False(await app.HasOrderAsync("youzan", "E10"));
    }

    [Fact]
    public async Task A_standard_shop_tells_of_payment_refund_and_cancellation_in_any_order()
    {
        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Refunded("s1", app.Now, 990), "refund-1"));
        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Refunded("s1", app.Now, 1_000), "refund-2"));
        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Refunded("s1", app.Now, 990), "refund-1"));
        Assert.Equal((OrderState.Waiting, 0L), ((await app.OrderAsync("tea", "s1")).State, (await app.OrderAsync("tea", "s1")).AmountMinor));

        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Paid("s1", app.Now, memberId: "u1")));
        var order = await app.OrderAsync("tea", "s1");
        Assert.Equal((OrderState.PartlyRefunded, 1_990, "b1", "u1"), (order.State, order.RefundedMinor, order.Buyer.Id, order.Buyer.MemberId));

        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Cancelled("s1", app.Now)));
        Assert.Equal(OrderState.Cancelled, (await app.OrderAsync("tea", "s1")).State);
    }

    [Theory]
    [InlineData("type", null)]
    [InlineData("type", "\"order.danced\"")]
    [InlineData("data", null)]
    [InlineData("data.orderId", null)]
    [InlineData("data.buyer", null)]
    [InlineData("data.amountMinor", "-1")]
    [InlineData("data.amountMinor", "\"5990\"")]
    [InlineData("data.currency", "\"yuan\"")]
    [InlineData("data.items", "{}")]
    [InlineData("data.at", "\"2026-12-01T10:00:00\"")]
    public async Task A_standard_message_that_does_not_say_what_it_must_is_refused_by_the_fields_name(string path, string? json)
    {
        var body = SpoiledJson.Replace(SampleShopMessages.Paid("s2", app.Now), path, json);

        ProblemAssert.Names(await app.SendAsync("tea", ShopSigner.Standard(body, app.NewId("msg"), app.Now)), path);

        await app.RunUntilIdleAsync();
        Assert.False(await app.HasOrderAsync("tea", "s2"));
    }

    [Fact]
    public async Task Topics_that_nobody_asked_for_are_acknowledged_and_store_nothing()
    {
        Assert.Equal(HttpStatusCode.OK, (await app.SendAsync("shopify", ShopSigner.Shopify("products/update", ShopSigner.Bytes(SampleShopMessages.ShopifyOrder(1_009))))).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.SendAsync("woo", ShopSigner.Woo(ShopSigner.Bytes(SampleShopMessages.WooOrder(1_009)), "product.updated"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.SendAsync("youzan", ShopSigner.Youzan("trade_TradeMemoModified", new JsonObject { ["tid"] = "1009" }))).Status);
        await app.RunUntilIdleAsync();

        foreach (var shop in new[] { "shopify", "woo", "youzan" }) Assert.False(await app.HasOrderAsync(shop, "1009"));
    }

    [Fact]
    public async Task A_genuine_message_that_cannot_be_read_is_acknowledged_and_shown_among_the_failures()
    {
        var before = (await app.FailuresAsync("shopify")).GetValueOrDefault(FailureReason.Unreadable);
        var order = SampleShopMessages.ShopifyOrder(1_010);
        order["total_price"] = "a lot";

        await app.SendMessageAsync("shopify", ShopSigner.Shopify("orders/paid", ShopSigner.Bytes(order)));
        await app.SendMessageAsync("shopify", ShopSigner.Shopify("orders/paid", Encoding.UTF8.GetBytes("{\"id\":")));

        Assert.Equal(before + 2, (await app.FailuresAsync("shopify")).GetValueOrDefault(FailureReason.Unreadable));
        Assert.False(await app.HasOrderAsync("shopify", "1010"));
    }

    [Fact]
    public async Task A_message_too_large_for_a_queue_goes_through_rows_that_are_gone_once_it_is_consumed()
    {
        var order = SampleShopMessages.ShopifyOrder(1_011);
        order["note"] = new string('茶', 30_000);
        var signed = ShopSigner.Shopify("orders/paid", ShopSigner.Bytes(order));
        Assert.InRange(signed.Body.Length, ShopMessageStore.MaxInMessage + 1, ShopWebhookEndpoint.MaxBytes);

        await app.SendMessageAsync("shopify", signed);

        Assert.Equal(OrderState.Paid, (await app.OrderAsync("shopify", "1011")).State);
        Assert.Empty(await app.BodyRowsAsync());
    }

    [Fact]
    public async Task A_message_that_the_host_gave_up_is_tried_again_after_an_hour()
    {
        var poison = app.Services.GetRequiredService<QueueServiceClient>().GetQueueClient(ShopMessage.QueueName + PoisonedMessages.Suffix);
        await poison.CreateIfNotExistsAsync();
        var message = new ShopMessage("shopify", "event-77", "orders/paid", app.Now, ShopSigner.Bytes(SampleShopMessages.ShopifyOrder(1_012)), BodyKey: null);
        await poison.SendMessageAsync(JsonSerializer.Serialize(message, StoredJson.Options));
        await app.RunUntilIdleAsync();
        Assert.False(await app.HasOrderAsync("shopify", "1012"));

        await app.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.True(await app.HasOrderAsync("shopify", "1012"));
    }

    [Fact]
    public async Task What_was_left_of_a_message_after_its_body_was_consumed_is_let_go()
    {
        var message = new ShopMessage("shopify", "event-78", "orders/paid", app.Now, Body: null, "20261201-3/0f3a9c5be7d24c0f");
        var queue = app.Services.GetRequiredService<QueueServiceClient>().GetQueueClient(ShopMessage.QueueName);

        await app.Services.GetRequiredService<MessageQueue<ShopMessage>>().SendAsync(message);
        await app.RunUntilIdleAsync();

        Assert.Equal(0, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }
}
