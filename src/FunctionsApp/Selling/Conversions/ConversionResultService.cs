using Community.Selling.Conversions;
using Community.Selling.Offers;
using FunctionsApp.Selling.Links;
using FunctionsApp.Selling.Offers;

namespace FunctionsApp.Selling.Conversions;

/// <summary>Computes the outcome of a conversion from its clicks and sales, and stores it at the end.</summary>
public sealed class ConversionResultService(
    GroupRecordStore records, ClickCountStore clicks, OfferSalesStore offerSales, ForecastStore forecasts)
{
    /// <summary>The current outcome of each group whose link was prepared.</summary>
    public async Task<IReadOnlyDictionary<string, ConversionOutcome>> OutcomesAsync(
        Conversion conversion, IReadOnlyDictionary<string, GroupMeasurement> measurements)
    {
        if (measurements.Count == 0) return new Dictionary<string, ConversionOutcome>(StringComparer.Ordinal);
        var offer = new OfferReference(OfferKind.Conversion, conversion.Id);
        var delivered = await records.DeliveredAsync(conversion.Id);
        var clicked = await clicks.CountAsync(offer);
        var sold = await offerSales.TotalsAsync(offer);
        return measurements.Keys.ToDictionary(group => group, OutcomeOf, StringComparer.Ordinal);

        ConversionOutcome OutcomeOf(string group) => ConversionOutcome.From(
            delivered.GetValueOrDefault(group),
            clicked.GetValueOrDefault(group),
            sold.GetValueOrDefault(group, OfferTotals.None),
            conversion.Terms.Product);
    }

    /// <summary>
    /// Stores the outcome and the forecast error of each group and adds them to the history of forecasts. Groups that
    /// the link did not reach and cancelled conversions are not part of the history.
    /// </summary>
    public async Task RecordAsync(Conversion conversion)
    {
        var measurements = await records.MeasurementsAsync(conversion.Id);
        var outcomes = await OutcomesAsync(conversion, measurements);
        var results = outcomes.Select(group => ResultOf(measurements[group.Key], group.Value));
        await records.RecordResultsAsync(conversion.Id, results);
        if (conversion.CancelledAt is not null) return;
        await forecasts.RecordAsync(conversion.Id, HistoryByClass(measurements.Values, outcomes));
    }

    static GroupResult ResultOf(GroupMeasurement measurement, ConversionOutcome outcome) =>
        new(measurement.GroupId, outcome, outcome.Orders - measurement.Forecast.Orders);

    static Dictionary<ForecastClass, ForecastHistory> HistoryByClass(
        IEnumerable<GroupMeasurement> measurements, IReadOnlyDictionary<string, ConversionOutcome> outcomes) =>
        measurements
            .Where(measurement => outcomes[measurement.GroupId].Delivered > 0)
            .GroupBy(measurement => measurement.ForecastClass)
            .ToDictionary(groups => groups.Key, groups => HistoryOf(groups, outcomes));

    static ForecastHistory HistoryOf(
        IEnumerable<GroupMeasurement> measurements, IReadOnlyDictionary<string, ConversionOutcome> outcomes)
    {
        var history = ForecastHistory.None;
        foreach (var group in measurements)
            history = history.Plus(ForecastHistory.From(group.Members, outcomes[group.GroupId].Orders, group.Forecast));
        return history;
    }
}
