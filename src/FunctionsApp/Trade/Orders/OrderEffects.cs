using Community.Selling.Offers;
using Community.Trade.Orders;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Selling.Offers;
using FunctionsApp.Trade.Buyers;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Trade.Orders;

/// <summary>
/// Who hears how an order stands: its buyer's books, the books of the offer that earned it, the group for new buyers. Each keeps one standing an order, so
/// telling it again changes nothing.
/// </summary>
public sealed class OrderEffects(BuyerStore buyers, PurchaseStore purchases, OfferSalesStore offerSales, NewBuyerInvitations newBuyers)
{
    /// <summary>Tells everybody.</summary>
    public async Task ApplyAsync(OrderRecord record, DurableTaskClient durable)
    {
        if (record.Order.Payment is not { } payment) return;
        if (payment.BuyerId is { } buyer && record.BuyerMemberId is { } member) await buyers.AddAsync(record.Order.Shop, buyer, member);
        foreach (var credited in record.Credited)
            await durable.PerformAsync(await offerSales.RecordAsync(credited.Offer, SaleOf(record, payment, credited)));
        foreach (var one in record.Buyers)
        {
            var totals = await purchases.RecordAsync(one, PurchaseOf(record, payment, one));
            if (one == record.BuyerMemberId) await newBuyers.InviteAsync(record.Order, totals, durable);
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
