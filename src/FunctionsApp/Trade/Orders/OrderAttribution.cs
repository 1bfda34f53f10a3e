using Community.Trade.Orders;
using FunctionsApp.Acquisition.Codes;
using FunctionsApp.Groups;
using FunctionsApp.Selling.Links;
using FunctionsApp.Trade.Buyers;

namespace FunctionsApp.Trade.Orders;

/// <summary>Whether an order must be looked at anew, and what then led to it.</summary>
public sealed class OrderAttribution(LinkCache links, LastClickStore clicks, BuyerStore buyers, GroupStore groups, CodeCache codes, OrderSettings settings)
{
    /// <summary>
    /// The record with its attribution. One that is made stays while the payment says the same: later clicks are about later orders. One that found nothing
    /// is tried again, because a click may be counted after the order it led to.
    /// </summary>
    public async Task<OrderRecord> AttributeAsync(OrderRecord record)
    {
        if (record.Order.Payment is not { } payment) return record;
        var from = string.Join('\n', payment.LinkCode, payment.BuyerId, payment.MemberId);
        if (record.Attribution is { Method: not AttributionMethod.None } && record.AttributedFrom == from) return record;

        var carried = payment.LinkCode is { } code ? await links.FindAsync(code) : null;
        var buyer = payment.MemberId ?? carried?.MemberId ?? (payment.BuyerId is { } id ? await buyers.FindAsync(record.Order.Shop, id) : null);
        var attribution = Attribution.From(payment, carried, buyer is null ? null : await LastClickAsync(buyer), settings.AttributionWindow);
        attribution = attribution with { CampaignId = await CampaignAsync(attribution.GroupId, attribution.MemberId ?? buyer) };
        return record with
        {
            Attribution = attribution,
            AttributedFrom = from,
            BuyerMemberId = buyer,
            Buyers = buyer is null ? record.Buyers : [.. record.Buyers.Union([buyer], StringComparer.Ordinal)],
            Credited = [.. record.Credited.Concat(CreditedBy(attribution, buyer)).GroupBy(one => one.Offer).Select(same => same.Last())],
        };
    }

    static IEnumerable<CreditedOffer> CreditedBy(Attribution attribution, string? buyer)
    {
        if (attribution.GroupId is not { } group) yield break;
        foreach (var offer in attribution.CreditedOffers) yield return new CreditedOffer(offer, group, attribution.MemberId ?? buyer);
    }

    async Task<MemberClick?> LastClickAsync(string memberId) =>
        await clicks.FindAsync(memberId) is { } click && await links.FindAsync(click.Code) is { } link ? new MemberClick(link, click.At) : null;

    async Task<string?> CampaignAsync(string? groupId, string? memberId) =>
        groupId is not null && memberId is not null
        && await groups.FindMemberAsync(groupId, memberId) is { Code: { } text }
        && await codes.ResolveAsync(text) is { } code
            ? code.CampaignId
            : null;
}
