using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Platform;
using Community.Platform.Texts;
using Community.Trade.Orders;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Trade.Buyers;

/// <summary>
/// Invites the buyer of a cheap first order into the group for new buyers (新用户群), in private and once. A flash sale
/// uses the same delivery key for its invitation, so a member receives only one of the two.
/// </summary>
public sealed class NewBuyerInvitations(
    OrderSettings settings, GroupStore groups, DeliveryDispatcher dispatcher, TimeProvider clock)
{
    const string Step = "new-buyer-invitation";

    /// <summary>Invites the buyer when this is their first order and cheap. A repeat changes nothing.</summary>
    public async Task<IReadOnlyList<DurableAction>> InviteAsync(Order order, PurchaseTotals totals)
    {
        if (settings.NewBuyers is not { } terms || !order.Counts || !IsCheapFirstOrder(order, totals, terms))
            return DurableAction.None;
        if (await groups.FindAsync(terms.GroupId) is not { Value: { TakesMembers: true } group })
            return DurableAction.None;
        if (await groups.FindMemberAsync(group.Id, totals.MemberId) is { IsPresent: true }) return DurableAction.None;
        return await dispatcher.DeliverAsync(InvitationTo(group, order, totals.MemberId));
    }

    NewDelivery InvitationTo(Group group, Order order, string memberId) => new(
        $"new-buyers-{group.Id}",
        Step,
        group.Id,
        memberId,
        ChannelAction.SendToMember,
        DeliveryPriority.Ordinary,
        TextOf(order, group),
        clock.GetUtcNow())
    {
        IsPermanent = true,
    };

    static string TextOf(Order order, Group group) => Phrasebook.Chinese.Format(
        "order.newBuyerInvitation",
        ("product", order.Payment!.Items is [var first, ..] ? first.Name : order.OrderId),
        ("price", PriceFormatter.Format(order.AmountMinor, order.Payment.Currency)),
        ("group", group.Name),
        ("joinUrl", group.JoinUrl ?? ""));

    static bool IsCheapFirstOrder(Order order, PurchaseTotals totals, NewBuyerTerms terms) =>
        totals.First is { } first
        && first.Shop == order.Shop
        && first.OrderId == order.OrderId
        && first.Currency == terms.Currency
        && first.AmountMinor <= terms.MaxMinor;
}
