using Community.Trade.Orders;
using FunctionsApp.Acquisition.Codes;
using FunctionsApp.Groups;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Trade.Orders;

/// <summary>Attributes orders to links, offers, campaigns and buyers.</summary>
public sealed class OrderAttribution(
    LinkCache links,
    LastClickStore clicks,
    BuyerStore buyers,
    GroupStore groups,
    CodeCache codes,
    OrderSettings settings)
{
    /// <summary>
    /// The record with its attribution. An attribution stays while the payment states the same, because later clicks
    /// concern later orders. An order without one is attributed again, because a click can be counted after its order.
    /// </summary>
    public async Task<OrderRecord> AttributeAsync(OrderRecord record)
    {
        if (record.Order.Payment is not { } payment) return record;
        var source = string.Join('\n', payment.LinkCode, payment.BuyerId, payment.MemberId);
        if (record.Attribution is { Method: not AttributionMethod.None } && record.AttributedFrom == source)
            return record;

        var link = payment.LinkCode is { } code ? await links.FindAsync(code) : null;
        var buyer = payment.MemberId ?? link?.MemberId ?? await FindBuyerAsync(record.Order.Shop, payment);
        var click = buyer is null ? null : await LastClickAsync(buyer);
        var attribution = Attribution.From(payment, link, click, settings.AttributionWindow);
        var campaignId = await FindCampaignAsync(attribution.GroupId, attribution.MemberId ?? buyer);
        return Attributed(record, attribution with { CampaignId = campaignId }, source, buyer);
    }

    static OrderRecord Attributed(OrderRecord record, Attribution attribution, string source, string? buyer)
    {
        var credited = record.Credited
            .Concat(CreditedBy(attribution, buyer))
            .GroupBy(credit => credit.Offer)
            .Select(same => same.Last());
        return record with
        {
            Attribution = attribution,
            AttributedFrom = source,
            BuyerMemberId = buyer,
            Buyers = buyer is null ? record.Buyers : [.. record.Buyers.Union([buyer], StringComparer.Ordinal)],
            Credited = [.. credited],
        };
    }

    static IEnumerable<CreditedOffer> CreditedBy(Attribution attribution, string? buyer)
    {
        if (attribution.GroupId is not { } group) yield break;
        foreach (var offer in attribution.CreditedOffers)
            yield return new CreditedOffer(offer, group, attribution.MemberId ?? buyer);
    }

    async Task<string?> FindBuyerAsync(string shop, Payment payment) =>
        payment.BuyerId is { } buyerId ? await buyers.FindAsync(shop, buyerId) : null;

    async Task<MemberClick?> LastClickAsync(string memberId) =>
        await clicks.FindAsync(memberId) is { } click && await links.FindAsync(click.Code) is { } link
            ? new MemberClick(link, click.At)
            : null;

    async Task<string?> FindCampaignAsync(string? groupId, string? memberId) =>
        groupId is not null && memberId is not null
        && await groups.FindMemberAsync(groupId, memberId) is { Code: { } text }
        && await codes.ResolveAsync(text) is { } code
            ? code.CampaignId
            : null;
}
