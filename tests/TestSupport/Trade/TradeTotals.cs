using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using LocalRuntime.Storage;
using LocalRuntime.Store;
using TestSupport.LocalApp;

namespace TestSupport.Trade;

/// <summary>The orders that the API shows, and how many orders and members are correct.</summary>
public sealed record TradeTotals(int Orders, int CorrectOrders, int CorrectMembers)
{
    /// <summary>Reads every order and every member.</summary>
    public static async Task<TradeTotals> ReadAsync(TradeDay day, OperatorClient client)
    {
        var from = Uri.EscapeDataString(TradeDay.Start.ToString("O", CultureInfo.InvariantCulture));
        var to = Uri.EscapeDataString(TradeDay.Start.AddDays(1).ToString("O", CultureInfo.InvariantCulture));
        var orders = (await client.AllAsync($"/api/orders?shop={TradeDay.Shop}&from={from}&to={to}"))
            .Select(ToOrder)
            .ToList();
        var correct = orders.Intersect(day.Orders).Count();
        var members = 0;
        foreach (var member in day.Orders.GroupBy(order => order.MemberId))
        {
            var view = await client.FindAsync($"/api/members/{member.Key}");
            var spent = member.Where(order => order.Counts).Sum(order => order.AmountMinor - order.RefundedMinor);
            if (
                view is { } found
                && found.GetProperty("orderCount").GetInt32() == member.Count(order => order.Counts)
                && SpentIn(found) == spent)
                members++;
        }

        return new TradeTotals(orders.Count, correct, members);
    }

    /// <summary>True when all orders and members are correct.</summary>
    public bool Match(TradeDay day) =>
        Orders == day.Orders.Count
        && CorrectOrders == Orders
        && CorrectMembers == day.Orders.DistinctBy(order => order.MemberId).Count();

    /// <summary>Writes the link of every order to a store that no app has open.</summary>
    public static async Task CreateLinkAsync(string store)
    {
        var codes = StorageClients.Open(store).Tables().GetTableClient("Codes");
        await codes.CreateIfNotExistsAsync();
        var link = new
        {
            code = TradeDay.LinkCode,
            target = "https://shop.example.com/tea",
            offer = new { kind = "Conversion", id = TradeDay.Conversion },
            step = "link",
            groupId = "tea-1",
            createdAt = TradeDay.Start,
        };
        await codes.AddEntityAsync(
            new TableEntity(TradeDay.LinkCode, "link") { ["Document"] = JsonSerializer.Serialize(link) });
        await EmbeddedStores.CloseAsync(store);
    }

    /// <summary>The totals of the offer in a store that no app has open.</summary>
    public static async Task<(int Orders, int Units, long RevenueMinor)> SoldAsync(string store)
    {
        var offers = StorageClients.Open(store).Tables().GetTableClient("Offers");
        var row = await offers.GetEntityIfExistsAsync<TableEntity>($"conversion-{TradeDay.Conversion}", "total");
        using var total = JsonDocument.Parse(
            row.HasValue ? row.Value!.GetString("Document")! : """{"orders":0,"units":0,"revenue":{}}""");
        var (orders, units, revenue) = (
            total.RootElement.GetProperty("orders"),
            total.RootElement.GetProperty("units"),
            total.RootElement.GetProperty("revenue").EnumerateObject().Sum(currency => currency.Value.GetInt64()));
        var sold = (orders.GetInt32(), units.GetInt32(), revenue);
        await EmbeddedStores.CloseAsync(store);
        return sold;
    }

    static ExpectedOrder ToOrder(JsonElement order) =>
        new(
            order.GetProperty("orderId").GetString()!,
            order.GetProperty("buyer").GetProperty("memberId").GetString() ?? "",
            order.GetProperty("amountMinor").GetInt64(),
            order.GetProperty("refundedMinor").GetInt64(),
            order
                .GetProperty("events")
                .EnumerateArray()
                .Any(notice => notice.GetProperty("type").GetString() == "cancelled"));

    static long SpentIn(JsonElement member) =>
        member.GetProperty("spent").EnumerateArray().Sum(spend => spend.GetProperty("amountMinor").GetInt64());
}
