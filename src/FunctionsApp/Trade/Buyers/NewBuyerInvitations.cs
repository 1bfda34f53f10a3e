using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Platform;
using Community.Platform.Texts;
using Community.Trade.Orders;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Trade.Orders;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Trade.Buyers;

/// <summary>
/// Invites whoever became a buyer by an order of a low price into the group for new buyers (新用户群), in private and once: the invitation has the name that
/// a flash sale gives its own, so that nobody gets one from each.
/// </summary>
public sealed class NewBuyerInvitations(OrderSettings settings, GroupStore groups, DeliveryDispatcher dispatcher, TimeProvider clock)
{
    const string Step = "new-buyer-invitation";

    /// <summary>Invites the buyer if this is the order that made them one. Safe to repeat: the effect is named by member and group.</summary>
    public async Task InviteAsync(Order order, PurchaseTotals totals, DurableTaskClient durable)
    {
        if (settings.NewBuyers is not { } terms || !order.Counts || !IsLowPriced(order, totals, terms)) return;
        if (await groups.FindAsync(terms.GroupId) is not { Value: { TakesMembers: true } group }) return;
        if (await groups.FindMemberAsync(group.Id, totals.MemberId) is { IsPresent: true }) return;
        var text = Phrasebook.Chinese.Format(
            "order.newBuyerInvitation",
            ("product", order.Payment!.Items is [var first, ..] ? first.Name : order.OrderId),
            ("price", PriceFormatter.Format(order.AmountMinor, order.Payment.Currency)),
            ("group", group.Name),
            ("joinUrl", group.JoinUrl ?? ""));
        var request = new NewDelivery(
            $"new-buyers-{group.Id}", Step, group.Id, totals.MemberId, ChannelAction.SendToMember, DeliveryPriority.Ordinary, text, clock.GetUtcNow());
        await durable.PerformAsync(await dispatcher.DeliverAsync(request));
    }

    static bool IsLowPriced(Order order, PurchaseTotals totals, NewBuyerTerms terms) =>
        totals.First is { } first && first.Shop == order.Shop && first.OrderId == order.OrderId
        && first.Currency == terms.Currency && first.AmountMinor <= terms.MaxMinor;
}
