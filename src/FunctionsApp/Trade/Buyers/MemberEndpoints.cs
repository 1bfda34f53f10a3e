using Community.Trade.Orders;
using FunctionsApp.Acquisition.Invitees;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Trade.Orders;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Trade.Buyers;

/// <summary>A member of the brand, over all groups.</summary>
public sealed class MemberEndpoints(InviteeStore invitees, PurchaseStore purchases, OrderStore orders)
{
    /// <summary>The first contact and the purchases of a member; 404 when the brand knows neither.</summary>
    [Function("GetMember")]
    [Response<MemberPurchasesView>]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/members/{memberId}")] HttpRequest request,
        string memberId)
    {
        var person = await invitees.FindPersonAsync(memberId);
        var totals = await purchases.FindAsync(memberId);
        if (person is null && totals is null) return Problems.NotFound($"There is no member {memberId}.");
        return ApiJson.Json(MemberPurchasesView.From(memberId, person, totals ?? new PurchaseTotals(memberId)));
    }

    /// <summary>
    /// The orders of a member by pages, the latest payment first; empty for an unknown member. A page may hold fewer
    /// items, because an order that turned out to be another buyer's is left out.
    /// </summary>
    [Function("ListMemberOrders")]
    [Page<OrderView>]
    public Task<IResult> Orders(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/members/{memberId}/orders")]
        HttpRequest request,
        string memberId) =>
        Paging.AnswerAsync(request, async (size, continuation) =>
        {
            var page = await purchases.PageAsync(memberId, size, continuation);
            var found = await Task.WhenAll(page.Items.Select(order => orders.FindAsync(order.Shop, order.OrderId)));
            var own = found.Select(order => order?.Value).Where(order => order?.BuyerMemberId == memberId);
            return new Slice<OrderView>([.. own.OfType<OrderRecord>().Select(OrderView.From)], page.Continuation);
        });
}

/// <summary>
/// A member with their purchases: the name at the latest join, the number of orders that count, their cost in each
/// currency, and the latest order in any state.
/// </summary>
public sealed record MemberPurchasesView(
    string MemberId,
    string? Name,
    DateTimeOffset? KnownSince,
    int OrderCount,
    IReadOnlyList<Spend> Spent,
    Purchase? LastOrder)
{
    public static MemberPurchasesView From(string memberId, Person? person, PurchaseTotals totals) =>
        new(memberId, person?.Name, person?.KnownSince, totals.Orders, totals.Spent, totals.Last);
}
