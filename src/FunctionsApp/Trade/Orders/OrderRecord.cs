using System.Text.Json.Serialization;
using Community.Selling.Offers;
using Community.Trade.Orders;

namespace FunctionsApp.Trade.Orders;

/// <summary>Where an order was ever credited: the offer, and the group whose share of it it was.</summary>
public sealed record CreditedOffer(OfferReference Offer, string GroupId, string? MemberId);

/// <summary>
/// An order as it is stored: what is known of it, what led to it, and everybody whose books ever held it, so that they hear when it is no longer theirs.
/// </summary>
public sealed record OrderRecord(Order Order)
{
    /// <summary>What led to the payment; null until it is paid.</summary>
    public Attribution? Attribution { get; init; }

    /// <summary>What of the payment the attribution was made from: another of these asks for another.</summary>
    public string? AttributedFrom { get; init; }

    /// <summary>The member who bought, where that is known.</summary>
    public string? BuyerMemberId { get; init; }

    /// <summary>Every offer that was ever credited.</summary>
    public IReadOnlyList<CreditedOffer> Credited { get; init; } = [];

    /// <summary>Every member who was ever taken for the buyer.</summary>
    public IReadOnlyList<string> Buyers { get; init; } = [];

    /// <summary>The instant under which the list shows it.</summary>
    public DateTimeOffset? ListedAt { get; init; }

    /// <summary>How often the row was written.</summary>
    public long Revision { get; init; }

    /// <summary>The order's name among those of all shops.</summary>
    [JsonIgnore]
    public string Key => $"{Order.Shop}/{Order.OrderId}";
}
