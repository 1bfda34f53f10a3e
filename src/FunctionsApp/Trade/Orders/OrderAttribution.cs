using System.Globalization;
using Community.Trade.Orders;
using FunctionsApp.Acquisition.Codes;
using FunctionsApp.Groups;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Trade.Orders;

/// <summary>Attributes orders to links, offers, campaigns and buyers.</summary>
public sealed class OrderAttribution(
    LinkCache links,
    MemberClickStore clicks,
    BuyerStore buyers,
    GroupStore groups,
    CodeCache codes,
    OrderSettings settings)
{
    /// <summary>
    /// The record with its attribution and its buyer. An attribution stays while the payment states the same. What is
    /// unknown is looked up again, because clicks and buyers can become known after the order.
    /// </summary>
    public async Task<OrderRecord> AttributeAsync(OrderRecord record)
    {
        if (record.Order.Payment is not { } payment) return record;
        var source = SourceOf(payment);
        var before = record.AttributedFrom == source ? record.Attribution : null;
        if (before is { Method: AttributionMethod.LinkCode } && record.BuyerMemberId is not null) return record;

        var link = payment.LinkCode is { } code ? await links.FindAsync(code) : null;
        var buyer = payment.MemberId ?? link?.MemberId ?? await FindBuyerAsync(record.Order.Shop, payment);
        var click = buyer is null ? null : await LastClickAsync(buyer, payment.PaidAt);
        var found = Attribution.From(payment, link, click, settings.AttributionWindow);
        var attribution = before?.Revise(found) ?? found;
        if (before is not null && attribution == before && buyer == record.BuyerMemberId) return record;
        var campaignId = await FindCampaignAsync(attribution.GroupId, attribution.MemberId ?? buyer);
        return Attributed(record, attribution with { CampaignId = campaignId }, source, buyer);
    }

    static string SourceOf(Payment payment) => string.Join(
        '\n',
        payment.LinkCode,
        payment.BuyerId,
        payment.MemberId,
        payment.PaidAt.UtcTicks.ToString(CultureInfo.InvariantCulture));

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

    async Task<MemberClick?> LastClickAsync(string memberId, DateTimeOffset paidAt) =>
        await clicks.FindLastAsync(memberId, paidAt, settings.AttributionWindow) is { } click
        && await links.FindAsync(click.Code) is { } link
            ? new MemberClick(link, click.At)
            : null;

    async Task<string?> FindCampaignAsync(string? groupId, string? memberId) =>
        groupId is not null && memberId is not null
        && await groups.FindMemberAsync(groupId, memberId) is { Code: { } text }
        && await codes.ResolveAsync(text) is { } code
            ? code.CampaignId
            : null;
}
