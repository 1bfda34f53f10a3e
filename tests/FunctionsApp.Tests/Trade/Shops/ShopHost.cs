using System.Net;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using FunctionsApp.Trade.Orders;
using FunctionsApp.Trade.Shops;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Trade.Shops;

/// <summary>The app with a shop of each kind, and a group for new buyers whose first order cost at most 20 yuan.</summary>
public sealed class ShopHost() : AppHost(new AppHostSetup { Settings = ShopSigner.Settings.Concat(NewBuyers).ToDictionary(StringComparer.Ordinal) })
{
    public const string NewBuyerGroup = "new-buyers";

    static Dictionary<string, string?> NewBuyers => new(StringComparer.Ordinal) { ["NewBuyer:GroupId"] = NewBuyerGroup, ["NewBuyer:MostMinor"] = "2000", ["AllowedLinkHosts"] = "shop.example.com" };
}

/// <summary>What came of what shops told.</summary>
static class Seen
{
    public static async Task<OrderView> OrderAsync(this AppHost app, string shop, string id) =>
        (await app.GetAsync($"/api/orders/{shop}/{Uri.EscapeDataString(id)}")).Expecting(HttpStatusCode.OK).As<OrderView>();

    public static async Task<bool> HasOrderAsync(this AppHost app, string shop, string id) =>
        (await app.GetAsync($"/api/orders/{shop}/{Uri.EscapeDataString(id)}")).Status is HttpStatusCode.OK;

    public static async Task<IReadOnlyDictionary<FailureReason, long>> FailuresAsync(this AppHost app, string shop) =>
        (await app.ListAsync<WebhookFailure>("/api/webhooks/failures?"))
            .Where(failure => failure.Shop == shop).GroupBy(failure => failure.Reason).ToDictionary(group => group.Key, group => group.Sum(failure => failure.Count));

    /// <summary>Rows of bodies that are too large for a queue.</summary>
    public static async Task<IReadOnlyList<string>> BodyRowsAsync(this AppHost app)
    {
        List<string> rows = [];
        await foreach (var row in app.Services.GetRequiredService<TableServiceClient>().GetTableClient("ShopBodies").QueryAsync<TableEntity>()) rows.Add(row.RowKey);
        return rows;
    }

    /// <summary>Messages that wait, and rows of bodies: what a refused request must leave none of.</summary>
    public static async Task<int> StoredAsync(this AppHost app)
    {
        var queue = app.Services.GetRequiredService<QueueServiceClient>().GetQueueClient(ShopMessage.QueueName);
        var waiting = (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;
        await foreach (var _ in app.Services.GetRequiredService<TableServiceClient>().GetTableClient("ShopBodies").QueryAsync<TableEntity>()) waiting++;
        await foreach (var _ in app.Services.GetRequiredService<TableServiceClient>().GetTableClient("Orders").QueryAsync<TableEntity>()) waiting++;
        return waiting;
    }
}
