using Community.Trade.Orders;
using FunctionsApp.Acquisition.Invitees;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Trade.Buyers;

/// <summary>A member as the brand knows them over all groups.</summary>
public sealed class MemberEndpoint(InviteeStore people, PurchaseStore purchases)
{
    /// <summary>Since when the brand knows the member, and what they bought; 404 for one of whom it knows neither.</summary>
    [Function("GetMember")]
    public async Task<IResult> Get([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/members/{memberId}")] HttpRequest request, string memberId)
    {
        var person = await people.FindPersonAsync(memberId);
        var totals = await purchases.FindAsync(memberId);
        return person is null && totals is null
            ? Problems.NotFound($"There is no member {memberId}.")
            : ApiJson.Json(MemberPurchasesView.From(memberId, person?.KnownSince, totals ?? new PurchaseTotals(memberId)));
    }
}

/// <summary>A member as the API shows one: orders that count, what they cost in each currency, and the latest order, whatever became of it.</summary>
public sealed record MemberPurchasesView(string MemberId, DateTimeOffset? KnownSince, int OrderCount, IReadOnlyList<Spend> Spent, Purchase? LastOrder)
{
    /// <summary>The view of a member's books.</summary>
    public static MemberPurchasesView From(string memberId, DateTimeOffset? knownSince, PurchaseTotals totals) =>
        new(memberId, knownSince, totals.Orders, totals.Spent, totals.Last);
}
