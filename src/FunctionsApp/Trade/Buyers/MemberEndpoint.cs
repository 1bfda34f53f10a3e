using Community.Trade.Orders;
using FunctionsApp.Acquisition.Invitees;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Trade.Buyers;

/// <summary>A member of the brand, over all groups.</summary>
public sealed class MemberEndpoint(InviteeStore invitees, PurchaseStore purchases)
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
        var view = MemberPurchasesView.From(memberId, person?.KnownSince, totals ?? new PurchaseTotals(memberId));
        return ApiJson.Json(view);
    }
}

/// <summary>
/// The purchases of a member: the number of orders that count, their cost in each currency, and the latest order in any
/// state.
/// </summary>
public sealed record MemberPurchasesView(
    string MemberId, DateTimeOffset? KnownSince, int OrderCount, IReadOnlyList<Spend> Spent, Purchase? LastOrder)
{
    public static MemberPurchasesView From(string memberId, DateTimeOffset? knownSince, PurchaseTotals totals) =>
        new(memberId, knownSince, totals.Orders, totals.Spent, totals.Last);
}
