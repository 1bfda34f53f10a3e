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

/// <summary>A walk over a sale's orders; <paramref name="Position"/> is where it goes on (null: at its start, or its end).</summary>
public sealed record BuyerSweep(string FlashSaleId, DateTimeOffset At, string? Position);

/// <summary>
/// Buyers of a flash sale are invited to the new-buyer group (新用户群) in private. The invitation is named by group and member, so that nobody gets a
/// second one, from whichever sale.
/// </summary>
public sealed class BuyerInvitationActivities(FlashSaleStore sales, GroupStore groups, OfferSalesStore offerSales, DeliveryDispatcher dispatcher, StaffTaskService tasks)
{
    const int OrdersAtOnce = 100;

    /// <summary>Invites the buyers of some more orders. A group that takes nobody becomes a task instead.</summary>
    [Function(nameof(InviteBuyers))]
    public async Task<BuyerSweep> InviteBuyers([ActivityTrigger] BuyerSweep sweep, [DurableClient] DurableTaskClient durable)
    {
        var sale = (await sales.FindAsync(sweep.FlashSaleId))!.Value;
        var group = (await groups.FindAsync(sale.NewBuyerGroupId!))!.Value;
        var orders = await offerSales.PageAsync(new OfferReference(OfferKind.FlashSale, sale.Id), OrdersAtOnce, sweep.Position);
        var buyers = orders.Items.Where(order => order is { Counts: true, MemberId: not null }).Select(order => order.MemberId!).Distinct(StringComparer.Ordinal).ToList();
        if (buyers.Count > 0 && !group.TakesMembers)
        {
            await durable.PerformAsync(await tasks.OpenAsync(FlashSaleTasks.OpenNewBuyerGroup(sale, group, sweep.At)));
            return sweep with { Position = null };
        }

        foreach (var buyer in buyers) await InviteAsync(sale, group, buyer, sweep.At, durable);
        return sweep with { Position = orders.Continuation };
    }

    async Task InviteAsync(FlashSale sale, Group group, string buyer, DateTimeOffset at, DurableTaskClient durable)
    {
        if (await groups.FindMemberAsync(group.Id, buyer) is { IsPresent: true }) return;
        var text = Phrasebook.Chinese.Format("flash.newBuyers", ("sale", sale.Name), ("group", group.Name), ("joinUrl", group.JoinUrl!));
        var request = new NewDelivery($"new-buyers-{group.Id}", "new-buyer-invitation", group.Id, buyer, ChannelAction.SendToMember, DeliveryPriority.Ordinary, text, at);
        await durable.PerformAsync(await dispatcher.DeliverAsync(request));
    }
}
