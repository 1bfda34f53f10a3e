using Community.Selling.Conversions;
using Community.Selling.Offers;
using FunctionsApp.Groups;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Selling.Conversions;

/// <summary>Puts together what is known of a conversion; before the link, its groups are read one by one, and they are bounded.</summary>
public sealed class ConversionViewReader(
    ConversionStore conversions,
    GroupRecordStore records,
    InterestStore interests,
    ConversionResults settlement,
    GroupStore groups,
    ClickCountStore clicks,
    TimeProvider clock)
{
    static readonly InterestView Nothing = InterestView.From(InterestTally.None, 0, InterestLevel.Low, GroupInterest.None.Options);

    /// <summary>The conversion as the API shows it.</summary>
    public async Task<ConversionView> ReadAsync(Conversion conversion)
    {
        var readings = await records.MeasurementsAsync(conversion.Id);
        var outcomes = await settlement.OutcomesAsync(conversion, readings);
        var settled = await records.ResultsAsync(conversion.Id);
        var assigned = ArmAssignment.Assign(conversion.GroupIds, conversion.HoldoutShare, conversion.Seed);
        var views = await Task.WhenAll(assigned.Select(group => readings.TryGetValue(group.GroupId, out var measurement)
            ? MeasuredGroupAsync(conversion.Id, measurement, outcomes[group.GroupId], settled.GetValueOrDefault(group.GroupId))
            : UnmeasuredGroupAsync(conversion, group.GroupId, group.Arm)));
        return ConversionView.From(conversion, views, await conversions.EditsAsync(conversion.Id), clock.GetUtcNow());
    }

    async Task<ConversionGroupView> MeasuredGroupAsync(string id, GroupMeasurement measurement, ConversionOutcome outcome, GroupResult? settled) => new(
        measurement.GroupId,
        measurement.Arm,
        measurement.Members,
        measurement.Arm is Arm.LinkOnly ? null : InterestView.From(measurement.Interest, measurement.Score, measurement.Level, (await interests.FindAsync(id, measurement.GroupId)).Options),
        new ForecastView(measurement.Forecast.Orders, measurement.Forecast.Low, measurement.Forecast.High, settled?.ForecastError),
        outcome,
        measurement.Link);

    async Task<ConversionGroupView> UnmeasuredGroupAsync(Conversion conversion, string groupId, Arm arm)
    {
        if (conversion.BegunAt(ConversionStep.WarmUp) is null) return new(groupId, arm, null, arm is Arm.LinkOnly ? null : Nothing, null, null, null);
        var members = await groups.AudienceAsync(groupId);
        if (arm is Arm.LinkOnly) return new(groupId, arm, members, null, null, null, null);
        var interest = await interests.FindAsync(conversion.Id, groupId);
        var tally = interest.Tally.With(SignalKind.Click, await clicks.CountAsync(new OfferReference(OfferKind.Conversion, conversion.Id), groupId));
        return new(
            groupId, arm, members, InterestView.From(tally, tally.Score(conversion.Weights, members), tally.Level(conversion.Weights, members), interest.Options), null, null, null);
    }
}
