using Community.Selling.Conversions;
using Community.Selling.Offers;
using FunctionsApp.Selling.Links;
using FunctionsApp.Selling.Offers;

namespace FunctionsApp.Selling.Conversions;

/// <summary>What a conversion brings: read from the offer's books and clicks, and written down at its end.</summary>
public sealed class ConversionResults(GroupRecordStore records, ClickCountStore clicks, OfferSalesStore offerSales, ForecastStore histories)
{
    /// <summary>The outcome of each group that had its link, as it is now.</summary>
    public async Task<IReadOnlyDictionary<string, ConversionOutcome>> OutcomesAsync(Conversion conversion, IReadOnlyDictionary<string, GroupMeasurement> readings)
    {
        if (readings.Count == 0) return new Dictionary<string, ConversionOutcome>(StringComparer.Ordinal);
        var offer = new OfferReference(OfferKind.Conversion, conversion.Id);
        var (delivered, clicked, sold) = (await records.DeliveredAsync(conversion.Id), await clicks.CountAsync(offer), await offerSales.TotalsAsync(offer));
        return readings.Keys.ToDictionary(group => group, OutcomeOf, StringComparer.Ordinal);

        ConversionOutcome OutcomeOf(string group)
        {
            var totals = sold.GetValueOrDefault(group, OfferTotals.None);
            return ConversionOutcome.From(delivered.GetValueOrDefault(group), clicked.GetValueOrDefault(group), totals.Orders, totals.Units, totals.RevenueMinor, conversion.Terms.Product);
        }
    }

    /// <summary>
    /// Writes the outcome of each group and the error of its forecast, and lets them count in later forecasts; in place of what was written before. Groups
    /// that the link did not reach, and conversions that were cancelled, say nothing about how well it sells.
    /// </summary>
    public async Task RecordAsync(Conversion conversion)
    {
        var readings = await records.MeasurementsAsync(conversion.Id);
        var outcomes = await OutcomesAsync(conversion, readings);
        await records.RecordResultsAsync(conversion.Id, outcomes.Select(group => new GroupResult(group.Key, group.Value, group.Value.Orders - readings[group.Key].Forecast.Orders)));
        if (conversion.CancelledAt is not null) return;
        var share = readings.Values
            .Where(measurement => outcomes[measurement.GroupId].Delivered > 0)
            .GroupBy(measurement => Forecaster.ClassOf(measurement.Arm, measurement.Level))
            .ToDictionary(
                like => like.Key,
                like => like.Select(measurement => ForecastHistory.From(measurement.Members, outcomes[measurement.GroupId].Orders, measurement.Forecast)).Aggregate((sum, one) => sum.Plus(one)));
        await histories.RecordAsync(conversion.Id, share);
    }
}
