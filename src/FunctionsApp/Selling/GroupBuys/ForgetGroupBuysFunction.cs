using Community.Selling.GroupBuys;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Selling.GroupBuys;

/// <summary>
/// Deletes the teams of group-buys that ended before <see cref="GroupBuyRetention"/>, every night. Their outcome is
/// kept.
/// </summary>
public sealed class ForgetGroupBuysFunction(
    GroupBuyStore groupBuys, OrderClaimStore claims, GroupBuyRetention retention, TimeProvider clock)
{
    const int PageSize = 200;

    [Function("ForgetGroupBuys")]
    public async Task Forget([TimerTrigger("0 35 19 * * *")] TimerInfo timer)
    {
        var now = clock.GetUtcNow();
        string? continuation = null;
        do
        {
            var page = await groupBuys.PageAsync(PageSize, continuation);
            foreach (var old in page.Items.Where(groupBuy => IsOld(groupBuy, now))) await ForgetAsync(old, now);
            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    bool IsOld(GroupBuy groupBuy, DateTimeOffset now) =>
        groupBuy.ForgottenAt is null && groupBuy.Outcome?.ClosedAt < now - retention.Teams;

    // The claims first, because the teams say which there are.
    async Task ForgetAsync(GroupBuy groupBuy, DateTimeOffset now)
    {
        var places = groupBuy.Teams.SelectMany(team => team.Places);
        foreach (var orderId in places.Select(place => place.OrderId).OfType<string>().Distinct(StringComparer.Ordinal))
            await claims.ForgetAsync(orderId, new OrderClaim(groupBuy.Id, groupBuy.Shop));
        await groupBuys.DecideAsync(groupBuy.Id, new GroupBuyCommand.Forget(now));
    }
}
