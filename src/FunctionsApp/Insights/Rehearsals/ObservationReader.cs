using Community.Insights.Rehearsals;
using Community.Selling.Conversions;
using Community.Selling.Offers;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Groups;
using FunctionsApp.Selling.Conversions;
using FunctionsApp.Selling.FlashSales;
using FunctionsApp.Selling.Offers;

namespace FunctionsApp.Insights.Rehearsals;

/// <summary>The measured figures of a thing by name; <paramref name="IsFinal"/> once it has ended.</summary>
public sealed record Observation(bool IsFinal, IReadOnlyDictionary<string, double> Figures)
{
    public ObservedFigure? Find(string name) =>
        Figures.TryGetValue(name, out var value) ? new ObservedFigure(value, IsFinal) : null;
}

/// <summary>Reads what campaigns, conversions, flash sales and groups did, as their own pages show it.</summary>
public sealed class ObservationReader(
    CampaignStore campaigns,
    StandingStore standings,
    ConversionStore conversions,
    GroupRecordStore records,
    ConversionResultService results,
    FlashSaleStore flashSales,
    OfferSalesStore offerSales,
    GroupStore groups)
{
    /// <summary>True for a scope whose things are measured.</summary>
    public static bool IsMeasured(RehearsalScope scope) => scope
        is RehearsalScope.Campaign or RehearsalScope.Conversion or RehearsalScope.FlashSale or RehearsalScope.Group;

    /// <summary>What is known of the thing; null when there is none.</summary>
    /// <param name="scope">The kind of the thing.</param>
    /// <param name="id">The id of the thing.</param>
    /// <param name="end">The end of the rehearsal: the members of a group are those of this instant.</param>
    /// <param name="now">The instant of the comparison.</param>
    public Task<Observation?> ReadAsync(
        RehearsalScope scope, string id, DateTimeOffset end, DateTimeOffset now) => scope switch
        {
            RehearsalScope.Campaign => CampaignAsync(id),
            RehearsalScope.Conversion => ConversionAsync(id),
            RehearsalScope.FlashSale => FlashSaleAsync(id, now),
            RehearsalScope.Group => GroupAsync(id, end, now),
            _ => Task.FromResult<Observation?>(null),
        };

    async Task<Observation?> CampaignAsync(string id)
    {
        if (await campaigns.FindAsync(id) is not { Value: var campaign }) return null;
        var totals = await standings.TotalsAsync(id);
        return Create(
            campaign.SettledAt is not null,
            ("joins", totals.Joins),
            ("participants", totals.Participants),
            ("credits", totals.Credits),
            ("qualified", totals.Qualified),
            ("costMinor", totals.CostMinor));
    }

    async Task<Observation?> ConversionAsync(string id)
    {
        if (await conversions.FindAsync(id) is not { Value: var conversion }) return null;
        var outcomes = await results.OutcomesAsync(conversion, await records.MeasurementsAsync(id));
        var sum = ConversionOutcome.Sum([.. outcomes.Values], conversion.Terms.Product);
        return Create(
            conversion.State is ConversionState.Closed or ConversionState.Cancelled,
            ("clicks", sum.Clicks),
            ("orders", sum.Orders),
            ("units", sum.Units),
            ("revenueMinor", sum.RevenueMinor));
    }

    async Task<Observation?> FlashSaleAsync(string id, DateTimeOffset now)
    {
        if (await flashSales.FindAsync(id) is not { Value: var sale }) return null;
        var sold = await offerSales.TotalAsync(new OfferReference(OfferKind.FlashSale, id));
        return Create(
            sale.IsOverAt(now),
            ("orders", sold.Orders),
            ("units", sold.Units),
            ("revenueMinor", sold.Revenue.Single));
    }

    async Task<Observation?> GroupAsync(string id, DateTimeOffset end, DateTimeOffset now) =>
        await groups.LookUpAsync(id) is { } group
            ? Create(now >= end || !group.IsAlive, ("members", group.MemberCount))
            : null;

    // Money in several currencies is no figure.
    static Observation Create(bool isFinal, params IEnumerable<(string Name, double? Value)> figures) => new(
        isFinal,
        figures
            .Where(figure => figure.Value is not null)
            .ToDictionary(figure => figure.Name, figure => figure.Value!.Value, StringComparer.Ordinal));
}
