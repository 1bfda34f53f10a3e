using Community.Groups;
using Community.Platform.Texts;
using Community.Selling.FlashSales;
using Community.Selling.Offers;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Invitations;
using FunctionsApp.Selling.Offers;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>
/// The pass over a sale's orders. <paramref name="Position"/> is the next page; null at the start and at the end.
/// </summary>
public sealed record BuyerSweep(string FlashSaleId, DateTimeOffset At, string? Position);

/// <summary>
/// Invites the buyers of a flash sale to the new-buyer group (新用户群) by private message. The key of an invitation
/// consists of group and member, so that a buyer of several sales gets one invitation.
/// </summary>
public sealed class BuyerInvitationActivities(
    FlashSaleStore sales,
    GroupStore groups,
    OfferSalesStore offerSales,
    InvitationService invitations)
{
    const int PageSize = 100;

    /// <summary>
    /// Invites the buyers of one page of orders. While the group takes no members, a staff task says so and the
    /// invitations wait.
    /// </summary>
    [Function(nameof(InviteBuyers))]
    public async Task<BuyerSweep> InviteBuyers([ActivityTrigger] BuyerSweep sweep)
    {
        var sale = (await sales.FindAsync(sweep.FlashSaleId))!.Value;
        var group = (await groups.FindAsync(sale.NewBuyerGroupId!))!.Value;
        var offer = new OfferReference(OfferKind.FlashSale, sale.Id);
        var orders = await offerSales.PageAsync(offer, PageSize, sweep.Position);
        var buyers = BuyersOf(orders.Items);
        foreach (var buyer in buyers)
        {
            if (await groups.FindMemberAsync(group.Id, buyer) is { IsPresent: true }) continue;
            await InviteAsync(sale, group, buyer, sweep.At);
        }

        return sweep with { Position = orders.Continuation };
    }

    Task InviteAsync(FlashSale sale, Group group, string buyer, DateTimeOffset at)
    {
        var task = FlashSaleTasks.OpenNewBuyerGroup(sale, group, at);
        return invitations.SendOrWaitAsync(group, Invitation(sale, group, buyer, task.Id, at), task, at);
    }

    static List<string> BuyersOf(IEnumerable<OfferSale> orders) => orders
        .Where(order => order.Counts)
        .Select(order => order.MemberId)
        .OfType<string>()
        .Distinct(StringComparer.Ordinal)
        .ToList();

    static WaitingInvitation Invitation(
        FlashSale sale, Group group, string buyer, string taskId, DateTimeOffset at) => new(
        $"new-buyers-{group.Id}",
        "new-buyer-invitation",
        group.Id,
        buyer,
        Phrasebook.Chinese.Format(
            "flash.newBuyers",
            ("sale", sale.Name),
            ("group", group.Name),
            ("joinUrl", WaitingInvitation.JoinUrlPlace)),
        taskId,
        WaitingInvitation.EndOfWait(at));
}
