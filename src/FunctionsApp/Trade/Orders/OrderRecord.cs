using System.Text.Json.Serialization;
using Community.Selling.Offers;
using Community.Trade.Orders;

namespace FunctionsApp.Trade.Orders;

/// <summary>
/// An offer that was ever credited with an order, and the group and member that the credit belongs to.
/// </summary>
public sealed record CreditedOffer(OfferReference Offer, string GroupId, string? MemberId);

/// <summary>
/// A stored order with its attribution. It lists every offer and buyer that was ever credited, so that each is
/// updated when it loses the order.
/// </summary>
public sealed record OrderRecord(Order Order)
{
    /// <summary>Null until the order is paid.</summary>
    public Attribution? Attribution { get; init; }

    /// <summary>
    /// The fields of the payment that decided the attribution; other values ask for a new attribution.
    /// </summary>
    public string? AttributedFrom { get; init; }

    /// <summary>The member who bought; null when unknown.</summary>
    public string? BuyerMemberId { get; init; }

    /// <summary>The offers that were ever credited.</summary>
    public IReadOnlyList<CreditedOffer> Credited { get; init; } = [];

    /// <summary>The ids of all members who were ever the buyer.</summary>
    public IReadOnlyList<string> Buyers { get; init; } = [];

    /// <summary>The instant that sorts the order in the list.</summary>
    public DateTimeOffset? ListedAt { get; init; }

    /// <summary>The number of writes of the row.</summary>
    public long Revision { get; init; }

    /// <summary>True when nothing that becomes known later can change the attribution or the buyer.</summary>
    [JsonIgnore]
    public bool IsAttributedToCodeAndBuyer =>
        Attribution is { Method: AttributionMethod.LinkCode } && BuyerMemberId is not null;

    /// <summary>A key that is unique among the orders of all shops.</summary>
    [JsonIgnore]
    public string Key => $"{Order.Shop}/{Order.OrderId}";
}
