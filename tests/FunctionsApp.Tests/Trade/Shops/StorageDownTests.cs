using Azure.Data.Tables;
using Azure.Storage.Queues;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Trade.Shops;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace FunctionsApp.Tests.Trade.Shops;

/// <summary>A storage that nobody reaches.</summary>
public sealed class StorageDownTests
{
    const string Nowhere = "DefaultEndpointsProtocol=http;AccountName=nowhere;AccountKey=bm9ib2R5J3Mga2V5;QueueEndpoint=http://127.0.0.1:9/nowhere;TableEndpoint=http://127.0.0.1:9/nowhere;";

    [Theory]
    [InlineData(10, 503)]
    [InlineData(60_000, 503)]
    [InlineData(0, 401)]
    public async Task What_cannot_be_stored_is_answered_503_and_what_is_refused_is_refused_all_the_same(int note, int status)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(ShopSigner.Settings).Build();
        var (tables, queues) = (new TableServiceClient(Nowhere), new QueueServiceClient(Nowhere, new QueueClientOptions()));
        var shopEvents = new MessageQueue<ShopMessage>(queues.GetQueueClient(ShopMessage.QueueName), ShopMessage.QueueName);
        var messages = new ShopMessageStore(new ShopBodiesTable(tables, OptimisticRetry.InRealTime), shopEvents, new IdSource(), TimeProvider.System);
        var failures = new WebhookFailureStore(new WebhookFailuresTable(tables, OptimisticRetry.InRealTime), TimeProvider.System, NullLogger<WebhookFailureStore>.Instance);
        var webhook = new ShopWebhookEndpoint(new ShopRegistry(settings), messages, failures, TimeProvider.System);
        var order = SampleShopMessages.ShopifyOrder(1);
        order["note"] = new string('a', note);
        var signed = ShopSigner.Shopify("orders/paid", ShopSigner.Bytes(order), note == 0 ? "nobody's secret" : ShopSigner.ShopifySecret);
        var context = new DefaultHttpContext { Request = { Method = "POST", Body = new MemoryStream(signed.Body) } };
        foreach (var (name, value) in signed.Headers) context.Request.Headers[name] = value;

        var answer = await webhook.Run(context.Request, "shopify");

        Assert.Equal(status, Assert.IsType<IStatusCodeHttpResult>(answer, exactMatch: false).StatusCode);
    }
}
