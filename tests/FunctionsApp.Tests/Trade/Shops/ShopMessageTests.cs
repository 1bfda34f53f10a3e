using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Queues;
using Community.Trade.Orders;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Trade.Shops;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Trade.Shops;

/// <summary>Messages between their acknowledgement and the order that they change.</summary>
public sealed class ShopMessageTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Fact]
    public async Task Message_with_an_unrelated_topic_is_acknowledged_and_stores_nothing()
    {
        (string Shop, SignedShopMessage Message)[] unrelated =
        [
            ("shopify", ShopSigner.Shopify("products/update", SampleShopMessages.ShopifyOrder(1_009))),
            ("woo", ShopSigner.Woo(SampleShopMessages.WooOrder(1_009), "product.updated")),
            ("youzan", ShopSigner.Youzan("trade_TradeMemoModified", new JsonObject { ["tid"] = "1009" })),
        ];

        foreach (var (shop, message) in unrelated)
            Assert.Equal(HttpStatusCode.OK, (await app.SendAsync(shop, message)).Status);
        await app.RunUntilIdleAsync();

        foreach (var (shop, _) in unrelated) Assert.False(await app.HasOrderAsync(shop, "1009"));
    }

    [Fact]
    public async Task Signed_message_that_cannot_be_read_is_acknowledged_and_counted_as_a_failure()
    {
        var before = (await app.FailuresAsync("shopify")).GetValueOrDefault(FailureReason.Unreadable);
        var order = SampleShopMessages.ShopifyOrder(1_010);
        order["total_price"] = "a lot";

        await app.SendShopifyAsync("orders/paid", order);
        await app.SendMessageAsync(
            "shopify", ShopSigner.Shopify("orders/paid", Encoding.UTF8.GetBytes("{\"id\":")));

        var after = (await app.FailuresAsync("shopify")).GetValueOrDefault(FailureReason.Unreadable);
        Assert.Equal(before + 2, after);
        Assert.False(await app.HasOrderAsync("shopify", "1010"));
    }

    [Fact]
    public async Task Rows_of_a_message_above_the_size_of_a_queue_message_are_deleted_when_it_is_consumed()
    {
        var order = SampleShopMessages.ShopifyOrder(1_011);
        order["note"] = new string('茶', 30_000);
        var signed = ShopSigner.Shopify("orders/paid", order);
        Assert.InRange(signed.Body.Length, ShopMessageStore.MaxInMessage + 1, ShopWebhookEndpoint.MaxBytes);

        await app.SendMessageAsync("shopify", signed);

        Assert.Equal(OrderState.Paid, (await app.OrderAsync("shopify", "1011")).State);
        Assert.Empty(await app.BodyRowsAsync());
    }

    [Fact]
    public async Task Message_that_the_host_moved_to_the_poison_queue_is_retried()
    {
        var poison = Queue(ShopMessage.QueueName + RawQueues.PoisonSuffix);
        var body = ShopSigner.Bytes(SampleShopMessages.ShopifyOrder(1_012));
        var message = new ShopMessage("shopify", "event-77", "orders/paid", app.Now, body, BodyKey: null);
        await poison.SendMessageAsync(JsonSerializer.Serialize(message, StoredJson.Options));
        await app.RunUntilIdleAsync();
        Assert.False(await app.HasOrderAsync("shopify", "1012"));

        await app.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.True(await app.HasOrderAsync("shopify", "1012"));
    }

    [Fact]
    public async Task Message_whose_body_rows_are_deleted_is_dropped()
    {
        var message = new ShopMessage(
            "shopify", "event-78", "orders/paid", app.Now, Body: null, "20261201-3/0f3a9c5be7d24c0f");

        await app.Services.GetRequiredService<MessageQueue<ShopMessage>>().SendAsync(message);
        await app.RunUntilIdleAsync();

        var properties = await Queue(ShopMessage.QueueName).GetPropertiesAsync();
        Assert.Equal(0, properties.Value.ApproximateMessagesCount);
    }

    QueueClient Queue(string name) => app.Services.GetRequiredService<QueueServiceClient>().GetQueueClient(name);
}
