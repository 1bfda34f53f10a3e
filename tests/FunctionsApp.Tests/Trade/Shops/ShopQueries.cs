using System.Net;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using FunctionsApp.Trade.Orders;
using FunctionsApp.Trade.Shops;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Trade.Shops;

/// <summary>Reads orders, webhook failures and stored rows after shops have sent messages.</summary>
static class ShopQueries
{
    public static async Task<OrderView> OrderAsync(this AppHost app, string shop, string id) =>
        (await app.GetAsync(OrderPath(shop, id))).Expecting(HttpStatusCode.OK).As<OrderView>();

    public static async Task<bool> HasOrderAsync(this AppHost app, string shop, string id) =>
        (await app.GetAsync(OrderPath(shop, id))).Status is HttpStatusCode.OK;

    /// <summary>The number of failures of a shop for each reason, over all days.</summary>
    public static async Task<IReadOnlyDictionary<FailureReason, long>> FailuresAsync(this AppHost app, string shop)
    {
        var failures = await app.ListAsync<WebhookFailure>("/api/webhooks/failures?");
        return failures
            .Where(failure => failure.Shop == shop)
            .GroupBy(failure => failure.Reason)
            .ToDictionary(group => group.Key, group => group.Sum(failure => failure.Count));
    }

    /// <summary>Row keys of bodies that are too large for a queue message.</summary>
    public static async Task<IReadOnlyList<string>> BodyRowsAsync(this AppHost app)
    {
        List<string> rows = [];
        await foreach (var row in app.Rows("ShopBodies")) rows.Add(row.RowKey);
        return rows;
    }

    /// <summary>
    /// The number of waiting messages, bodies and orders. A refused request must not change it.
    /// </summary>
    public static async Task<int> StoredAsync(this AppHost app)
    {
        var queues = app.Services.GetRequiredService<QueueServiceClient>();
        var properties = await queues.GetQueueClient(ShopMessage.QueueName).GetPropertiesAsync();
        var stored = properties.Value.ApproximateMessagesCount;
        await foreach (var _ in app.Rows("ShopBodies")) stored++;
        await foreach (var _ in app.Rows("Orders")) stored++;
        return stored;
    }

    static string OrderPath(string shop, string id) => $"/api/orders/{shop}/{Uri.EscapeDataString(id)}";

    static AsyncPageable<TableEntity> Rows(this AppHost app, string table)
    {
        var tables = app.Services.GetRequiredService<TableServiceClient>();
        return tables.GetTableClient(table).QueryAsync<TableEntity>();
    }
}
