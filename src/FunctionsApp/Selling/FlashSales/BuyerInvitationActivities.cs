using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Platform.Texts;
using Community.Selling.FlashSales;
using Community.Selling.Offers;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Selling.Offers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

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
    DeliveryDispatcher dispatcher,
    StaffTaskService tasks)
{
    const int PageSize = 100;

    /// <summary>
    /// Invites the buyers of one page of orders. A group that takes no members becomes a staff task instead.
    /// </summary>
    [Function(nameof(InviteBuyers))]
    public async Task<BuyerSweep> InviteBuyers(
        [ActivityTrigger] BuyerSweep sweep, [DurableClient] DurableTaskClient durable)
    {
        var sale = (await sales.FindAsync(sweep.FlashSaleId))!.Value;
        var group = (await groups.FindAsync(sale.NewBuyerGroupId!))!.Value;
        var offer = new OfferReference(OfferKind.FlashSale, sale.Id);
        var orders = await offerSales.PageAsync(offer, PageSize, sweep.Position);
        var buyers = BuyersOf(orders.Items);
        if (buyers.Count > 0 && !group.TakesMembers)
        {
            var task = FlashSaleTasks.OpenNewBuyerGroup(sale, group, sweep.At);
            await durable.PerformAsync(await tasks.OpenAsync(task));
            return sweep with { Position = null };
        }

        foreach (var buyer in buyers)
        {
            if (await groups.FindMemberAsync(group.Id, buyer) is { IsPresent: true }) continue;
            var invitation = Invitation(sale, group, buyer, sweep.At);
            await durable.PerformAsync(await dispatcher.DeliverAsync(invitation));
        }

        return sweep with { Position = orders.Continuation };
    }

    static List<string> BuyersOf(IEnumerable<OfferSale> orders) => orders
        .Where(order => order.Counts)
        .Select(order => order.MemberId)
        .OfType<string>()
        .Distinct(StringComparer.Ordinal)
        .ToList();

    static NewDelivery Invitation(FlashSale sale, Group group, string buyer, DateTimeOffset at) => new(
        $"new-buyers-{group.Id}",
        "new-buyer-invitation",
        group.Id,
        buyer,
        ChannelAction.SendToMember,
        DeliveryPriority.Ordinary,
        Phrasebook.Chinese.Format(
            "flash.newBuyers", ("sale", sale.Name), ("group", group.Name), ("joinUrl", group.JoinUrl!)),
        at)
    {
        IsPermanent = true,
    };
}
