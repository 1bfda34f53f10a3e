using System.Text.Json.Serialization;
using Community.Selling.Links;
using Community.Selling.Offers;

namespace Community.Trade.Orders;

/// <summary>How it is known what led to an order.</summary>
public enum AttributionMethod
{
    /// <summary>It is not known.</summary>
    None,

    /// <summary>The order carries the code of a link.</summary>
    LinkCode,

    /// <summary>The buyer clicked a link of their own not long before.</summary>
    LastClick,
}

/// <summary>A click on a link of the member's own.</summary>
public sealed record MemberClick(TrackedLink Link, DateTimeOffset At);

/// <summary>
/// What led to an order (归因), and how that is known. <see cref="CampaignId"/> is the drive by whose code the member came into the group that the link
/// was for.
/// </summary>
public sealed record Attribution(AttributionMethod Method)
{
    /// <summary>How long before the payment a click may lie, unless the brand says otherwise.</summary>
    public static readonly TimeSpan DefaultWindow = TimeSpan.FromHours(72);

    /// <summary>Nothing is known.</summary>
    public static Attribution Unknown { get; } = new(AttributionMethod.None);

    /// <summary>The conversion or flash sale that earned the order.</summary>
    public OfferReference? Offer { get; init; }

    /// <summary>The group that the link was sent to.</summary>
    public string? GroupId { get; init; }

    /// <summary>The member whose link it was, or who clicked.</summary>
    public string? MemberId { get; init; }

    /// <summary>The drive that brought the member.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Everything that earned the order: the offer, and the drive that brought its buyer.</summary>
    [JsonIgnore]
    public IEnumerable<OfferReference> CreditedOffers =>
        new[] { Offer, CampaignId is { } campaign ? new OfferReference(OfferKind.Campaign, campaign) : null }.OfType<OfferReference>();

    /// <summary>When the member clicked, where that is known.</summary>
    public DateTimeOffset? ClickAt { get; init; }

    /// <summary>
    /// The link that the order carries; else the buyer's last click, not after the payment and at most <paramref name="window"/> before it; else none.
    /// </summary>
    public static Attribution From(Payment payment, TrackedLink? carried, MemberClick? last, TimeSpan window) => (carried, last) switch
    {
        ({ } link, _) => To(AttributionMethod.LinkCode, link) with { ClickAt = last?.Link.Code == link.Code ? last.At : null },
        (null, { } click) when click.At <= payment.PaidAt && payment.PaidAt - click.At <= window => To(AttributionMethod.LastClick, click.Link) with { ClickAt = click.At },
        _ => Unknown,
    };

    static Attribution To(AttributionMethod how, TrackedLink link) => new(how) { Offer = link.Offer, GroupId = link.GroupId, MemberId = link.MemberId };
}
