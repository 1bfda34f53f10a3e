using FunctionsApp.Platform.Http;
using FunctionsApp.Trade.Shops;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Trade.Orders;

/// <summary>Orders (订单), for people and programs to read.</summary>
public sealed class OrderEndpoints(OrderStore orders, TimeProvider clock)
{
    const int DefaultDays = 30;

    /// <summary>One order; 404 when nothing was heard of it.</summary>
    [Function("GetOrder")]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/orders/{shop}/{orderId}")] HttpRequest request, string shop, string orderId) =>
        await orders.FindAsync(shop, orderId) is { } found ? ApiJson.Json(OrderView.From(found.Value)) : Problems.NotFound($"There is no order {orderId} of {shop}.");

    /// <summary>
    /// A shop's orders by pages, earliest first, from <c>from</c> until before <c>to</c>: by when they were paid, or first heard of where they are not
    /// paid. Without both the last 30 days; 400 for what is no instant.
    /// </summary>
    [Function("ListOrders")]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/orders")] HttpRequest request)
    {
        var shop = request.Query["shop"].ToString();
        if (shop.Length == 0) return Problems.Invalid("shop", "is missing.");
        if (!TryRead(request, "to", clock.GetUtcNow().AddMinutes(1), out var to)) return NoInstant("to");
        if (!TryRead(request, "from", to.AddDays(-DefaultDays), out var from)) return NoInstant("from");
        return await Paging.AnswerAsync(request, async (size, continuation) => (await orders.PageAsync(shop, from, to, size, continuation)).Map(OrderView.From));
    }

    // An offset's plus sign that nobody escaped arrives as a space.
    static bool TryRead(HttpRequest request, string name, DateTimeOffset otherwise, out DateTimeOffset instant)
    {
        instant = otherwise;
        if (request.Query[name].ToString() is not { Length: > 0 and <= 40 } text) return !request.Query.ContainsKey(name);
        var read = ShopTime.Read(text.Length > 10 ? text[..11] + text[11..].Replace(' ', '+') : text, offset: null);
        instant = read ?? otherwise;
        return read is { Year: > 1900 and < 9000 };
    }

    static IResult NoInstant(string name) => Problems.Invalid(name, "must be an ISO 8601 instant with an offset.");
}
