using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Trade.Shops;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Trade.Orders;

/// <summary>Reads orders (订单).</summary>
public sealed class OrderEndpoints(OrderStore orders, TimeProvider clock)
{
    const int DefaultDays = 30;

    /// <summary>One order; 404 for an unknown one.</summary>
    [Function("GetOrder")]
    [Response<OrderView>, Versioned]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/orders/{shop}/{orderId}")] HttpRequest request,
        string shop,
        string orderId) =>
        await orders.FindAsync(shop, orderId) is { Value: var found }
            ? EntityTag.Json(request, found, OrderView.From(found))
            : Problems.NotFound($"There is no order {orderId} of {shop}.");

    /// <summary>
    /// A page of a shop's orders, earliest first, at or after <c>from</c> and before <c>to</c>, by the instant of the
    /// payment, or of the first notice for an order without one. The default is the last 30 days; 400 for an invalid
    /// instant.
    /// </summary>
    [Function("ListOrders")]
    [Page<OrderView>]
    [Query<string>("shop", "The name of the shop.", IsRequired = true)]
    [Query<DateTimeOffset>("from", "The earliest instant of payment; 30 days before to when absent.")]
    [Query<DateTimeOffset>("to", "The instant before which orders are listed; now when absent.")]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/orders")] HttpRequest request)
    {
        var shop = request.Query["shop"].ToString();
        if (shop.Length == 0) return Problems.Invalid("shop", "is missing.");
        if (!QueryFields.TryReadInstant(request, "to", clock.GetUtcNow().AddMinutes(1), out var to))
            return QueryFields.NoInstant("to");
        if (!QueryFields.TryReadInstant(request, "from", to.AddDays(-DefaultDays), out var from))
            return QueryFields.NoInstant("from");
        return await Paging.AnswerAsync(request, PageAsync);

        async Task<Slice<OrderView>> PageAsync(int size, string? continuation) =>
            (await orders.PageAsync(shop, from, to, size, continuation)).Map(OrderView.From);
    }
}
