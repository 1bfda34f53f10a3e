using Azure.Data.Tables;
using Azure.Storage.Queues;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Trade.Shops;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace FunctionsApp.Tests.Trade.Shops;

public sealed class StorageOutageTests
{
    /// <summary>A storage account on a port where nothing listens.</summary>
    const string UnreachableStorage =
        "DefaultEndpointsProtocol=http;AccountName=nowhere;AccountKey=bm9ib2R5J3Mga2V5;"
        + "QueueEndpoint=http://127.0.0.1:9/nowhere;TableEndpoint=http://127.0.0.1:9/nowhere;";

    [Theory]
    [InlineData(10, 503)]
    [InlineData(60_000, 503)]
    [InlineData(0, 401)]
    public async Task Message_that_cannot_be_stored_is_503_and_one_with_a_wrong_signature_is_401(int note, int status)
    {
        var order = SampleShopMessages.ShopifyOrder(1);
        order["note"] = new string('a', note);
        var signed = ShopSigner.Shopify(
            "orders/paid", order, note == 0 ? "nobody's secret" : ShopSigner.ShopifySecret);
        var context = new DefaultHttpContext
        {
            Request = { Method = "POST", Body = new MemoryStream(signed.Body) },
        };
        foreach (var (name, value) in signed.Headers) context.Request.Headers[name] = value;

        var answer = await CreateEndpoint().Run(context.Request, "shopify");

        Assert.Equal(status, Assert.IsType<IStatusCodeHttpResult>(answer, exactMatch: false).StatusCode);
    }

    static ShopWebhookEndpoint CreateEndpoint()
    {
        var tables = new TableServiceClient(UnreachableStorage, new TableClientOptions { Retry = { MaxRetries = 0 } });
        var queues = new QueueServiceClient(UnreachableStorage, new QueueClientOptions { Retry = { MaxRetries = 0 } });
        var messages = new ShopMessageStore(
            new ShopBodiesTable(tables, OptimisticRetry.InRealTime),
            new MessageQueue<ShopMessage>(queues, new RawQueues(queues), ShopMessage.QueueName),
            new IdSource(),
            TimeProvider.System);
        var failures = new WebhookFailureStore(
            new WebhookFailuresTable(tables, OptimisticRetry.InRealTime),
            TimeProvider.System,
            NullLogger<WebhookFailureStore>.Instance);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(ShopSigner.Settings).Build();
        return new ShopWebhookEndpoint(new ShopRegistry(settings), messages, failures, TimeProvider.System);
    }
}
