using FunctionsApp.Platform.Http;
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
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/orders/{shop}/{orderId}")] HttpRequest request,
        string shop,
        string orderId) =>
        await orders.FindAsync(shop, orderId) is { } found
            ? ApiJson.Json(OrderView.From(found.Value))
            : Problems.NotFound($"There is no order {orderId} of {shop}.");

    /// <summary>
    /// A page of a shop's orders, earliest first, at or after <c>from</c> and before <c>to</c>, by the instant of the
    /// payment, or of the first notice for an order without one. The default is the last 30 days; 400 for an invalid
    /// instant.
    /// </summary>
    [Function("ListOrders")]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/orders")] HttpRequest request)
    {
        var shop = request.Query["shop"].ToString();
        if (shop.Length == 0) return Problems.Invalid("shop", "is missing.");
        if (!TryRead(request, "to", clock.GetUtcNow().AddMinutes(1), out var to)) return NoInstant("to");
        if (!TryRead(request, "from", to.AddDays(-DefaultDays), out var from)) return NoInstant("from");
        return await Paging.AnswerAsync(request, PageAsync);

        async Task<Slice<OrderView>> PageAsync(int size, string? continuation) =>
            (await orders.PageAsync(shop, from, to, size, continuation)).Map(OrderView.From);
    }

    // The plus sign of an offset that is not escaped arrives as a space.
    static bool TryRead(HttpRequest request, string name, DateTimeOffset fallback, out DateTimeOffset instant)
    {
        instant = fallback;
        if (request.Query[name].ToString() is not { Length: > 0 and <= 40 } text)
            return !request.Query.ContainsKey(name);
        var read = ShopTime.Read(text.Length > 10 ? text[..11] + text[11..].Replace(' ', '+') : text, offset: null);
        instant = read ?? fallback;
        return read is { Year: > 1900 and < 9000 };
    }

    static IResult NoInstant(string name) => Problems.Invalid(name, "must be an ISO 8601 instant with an offset.");
}
