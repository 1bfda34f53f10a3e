using Community.Selling.Offers;
using Community.Trade.Orders;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Selling.GroupBuys;
using FunctionsApp.Selling.Offers;
using FunctionsApp.Trade.Buyers;

namespace FunctionsApp.Trade.Orders;

/// <summary>
/// The effects of a stored order: its place in a group-buy, the sales of credited offers, the purchases of buyers and
/// the invitation of a new buyer. Each keeps one state for an order, so a repeat changes nothing.
/// </summary>
public sealed class OrderEffects(
    BuyerStore buyers,
    PurchaseStore purchases,
    OfferSalesStore offerSales,
    NewBuyerInvitations newBuyers,
    GroupBuyService groupBuys,
    IPurchaseFollowUp followUp)
{
    public async Task<IReadOnlyList<DurableAction>> ApplyAsync(OrderRecord record)
    {
        await groupBuys.FollowAsync(
            record.Order.Shop, record.Order.OrderId, OrderStandings.StandingOf(record.Order));
        if (record.Order.Payment is not { } payment) return DurableAction.None;
        await RecordBuyerAsync(record, payment);
        var actions = await RecordSalesAsync(record, payment);
        await RecordPurchasesAsync(record, payment);
        return actions;
    }

    async Task RecordBuyerAsync(OrderRecord record, Payment payment)
    {
        if (payment.BuyerId is { } buyerId && record.BuyerMemberId is { } memberId)
            await buyers.AddAsync(record.Order.Shop, buyerId, memberId);
    }

    async Task<IReadOnlyList<DurableAction>> RecordSalesAsync(OrderRecord record, Payment payment)
    {
        List<DurableAction> actions = [];
        foreach (var credited in record.Credited)
            actions.AddRange(await offerSales.RecordAsync(credited.Offer, SaleOf(record, payment, credited)));
        return actions;
    }

    async Task RecordPurchasesAsync(OrderRecord record, Payment payment)
    {
        foreach (var memberId in record.Buyers)
        {
            var totals = await purchases.RecordAsync(memberId, PurchaseOf(record, payment, memberId));
            if (memberId == record.BuyerMemberId) await newBuyers.InviteAsync(record.Order, totals);
            await followUp.FollowAsync(memberId);
        }
    }

    static OfferSale SaleOf(OrderRecord record, Payment payment, CreditedOffer credited) => new(
        record.Key,
        credited.GroupId,
        credited.MemberId,
        payment.Units,
        record.Order.AmountMinor,
        record.Order.RefundedMinor,
        payment.Currency,
        record.Order.Counts && record.Attribution?.CreditedOffers.Contains(credited.Offer) == true,
        payment.PaidAt);

    static Purchase PurchaseOf(OrderRecord record, Payment payment, string memberId) => new(
        record.Order.Shop,
        record.Order.OrderId,
        payment.PaidAt,
        record.Order.AmountMinor,
        record.Order.RefundedMinor,
        payment.Currency,
        record.Order.State,
        record.Order.Counts && memberId == record.BuyerMemberId,
        record.Revision);
}
