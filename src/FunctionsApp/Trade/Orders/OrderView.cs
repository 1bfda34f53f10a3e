using Community.Selling.Offers;
using Community.Trade.Orders;
using FunctionsApp.Platform.Callers;

namespace FunctionsApp.Trade.Orders;

public sealed record OrderView(
    string Shop,
    string OrderId,
    OrderState State,
    long AmountMinor,
    long RefundedMinor,
    string? Currency,
    BuyerView Buyer,
    DateTimeOffset? PaidAt,
    IReadOnlyList<OrderItem> Items,
    AttributionView Attribution,
    IReadOnlyList<Notice> Events)
{
    public static OrderView From(OrderRecord record) => new(
        record.Order.Shop,
        record.Order.OrderId,
        record.Order.State,
        record.Order.AmountMinor,
        record.Order.RefundedMinor,
        record.Order.Payment?.Currency,
        new BuyerView(record.Order.Payment?.BuyerId, record.BuyerMemberId),
        record.Order.Payment?.PaidAt,
        record.Order.Payment?.Items ?? [],
        AttributionView.From(record.Attribution ?? Community.Trade.Orders.Attribution.Unknown),
        record.Order.Notices);
}

/// <summary>The shop's id of the buyer and the member id; each is null when unknown.</summary>
public sealed record BuyerView([property: HiddenFromViewers] string? Id, string? MemberId);

public sealed record AttributionView(
    AttributionMethod How,
    string? ConversionId,
    string? FlashSaleId,
    string? CampaignId,
    string? GroupId,
    string? MemberId,
    DateTimeOffset? ClickAt,
    string? OccurrenceId = null)
{
    public static AttributionView From(Attribution attribution) => new(
        attribution.Method,
        attribution.Offer is { Kind: OfferKind.Conversion } conversion ? conversion.Id : null,
        attribution.Offer is { Kind: OfferKind.FlashSale } flashSale ? flashSale.Id : null,
        attribution.CampaignId,
        attribution.GroupId,
        attribution.MemberId,
        attribution.ClickAt,
        attribution.Offer is { Kind: OfferKind.Content } content ? content.Id : null);
}
