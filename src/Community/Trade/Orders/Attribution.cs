using System.Text.Json.Serialization;
using Community.Selling.Links;
using Community.Selling.Offers;

namespace Community.Trade.Orders;

public enum AttributionMethod
{
    None,

    LinkCode,

    /// <summary>The buyer clicked their own link within the window before the payment.</summary>
    LastClick,
}

public sealed record MemberClick(TrackedLink Link, DateTimeOffset At);

/// <summary>The cause of an order (归因).</summary>
public sealed record Attribution(AttributionMethod Method)
{
    public static readonly TimeSpan DefaultWindow = TimeSpan.FromHours(72);

    public static Attribution Unknown { get; } = new(AttributionMethod.None);

    public OfferReference? Offer { get; init; }

    public string? GroupId { get; init; }

    public string? MemberId { get; init; }

    /// <summary>The campaign by whose code the member joined the group of the link.</summary>
    public string? CampaignId { get; init; }

    [JsonIgnore]
    public IEnumerable<OfferReference> CreditedOffers => new[] { Offer, Campaign }.OfType<OfferReference>();

    /// <summary>The click that led to the payment; null when unknown.</summary>
    public DateTimeOffset? ClickAt { get; init; }

    OfferReference? Campaign => CampaignId is { } id ? new OfferReference(OfferKind.Campaign, id) : null;

    /// <summary>
    /// The attribution after <paramref name="found"/> for the same payment. It stays, except that a click can be
    /// counted after a later one.
    /// </summary>
    public Attribution Revise(Attribution found) =>
        Method is AttributionMethod.None
        || (Method is AttributionMethod.LastClick && found.Method is AttributionMethod.LastClick
            && found.ClickAt > ClickAt)
            ? found
            : this;

    /// <summary>
    /// Attributes a payment to its link, otherwise to the buyer's last click before it, at most
    /// <paramref name="window"/> earlier.
    /// </summary>
    public static Attribution From(Payment payment, TrackedLink? link, MemberClick? lastClick, TimeSpan window)
    {
        if (link is not null)
            return Create(AttributionMethod.LinkCode, link, lastClick?.Link.Code == link.Code ? lastClick.At : null);
        if (lastClick is not null && lastClick.At <= payment.PaidAt && payment.PaidAt - lastClick.At <= window)
            return Create(AttributionMethod.LastClick, lastClick.Link, lastClick.At);
        return Unknown;
    }

    static Attribution Create(AttributionMethod method, TrackedLink link, DateTimeOffset? clickAt) => new(method)
    {
        Offer = link.Offer,
        GroupId = link.GroupId,
        MemberId = link.MemberId,
        ClickAt = clickAt,
    };
}
