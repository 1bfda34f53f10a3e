using Community.Selling.Offers;
using Community.Trade.Orders;
using FunctionsApp.Selling.Offers;
using FunctionsApp.Trade.Buyers;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Trade.Orders;

/// <summary>
/// Who hears how an order stands: its buyer's books, the books of the offer that earned it, the group for new buyers. Each keeps one standing an order, so
/// telling it again changes nothing.
/// </summary>
public sealed class OrderEffects(BuyerDirectory directory, PurchaseBooks purchases, OfferBooks offers, NewBuyers newBuyers)
{
    /// <summary>Tells everybody.</summary>
    public async Task CarryOutAsync(OrderRecord record, DurableTaskClient sequences)
    {
        if (record.Order.Payment is not { } payment) return;
        if (payment.BuyerId is { } buyer && record.BuyerMemberId is { } member) await directory.NoteAsync(record.Order.Shop, buyer, member);
        foreach (var credited in record.Credited)
            await offers.RecordAsync(credited.Offer, SaleOf(record, payment, credited), sequences);
        foreach (var one in record.Buyers)
        {
            var books = await purchases.RecordAsync(one, PurchaseOf(record, payment, one));
            if (one == record.BuyerMemberId) await newBuyers.WelcomeAsync(record.Order, books, sequences);
        }
    }

    static OfferSale SaleOf(OrderRecord record, Payment payment, CreditedTo credited) => new(
        record.Key,
        credited.GroupId,
        credited.MemberId,
        payment.Units,
        record.Order.AmountMinor,
        record.Order.RefundedMinor,
        payment.Currency,
        record.Order.Counts && record.Attribution?.Earners.Contains(credited.Offer) == true,
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
