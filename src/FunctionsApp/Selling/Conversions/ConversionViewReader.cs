using Community.Selling.Conversions;
using Community.Selling.Offers;
using FunctionsApp.Groups;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Selling.Conversions;

/// <summary>Puts together what is known of a conversion; before the link, its groups are read one by one, and they are bounded.</summary>
public sealed class ConversionViewReader(
    ConversionStore conversions,
    GroupRecordStore records,
    InterestStore interest,
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
        var views = await Task.WhenAll(assigned.Select(group => readings.TryGetValue(group.GroupId, out var reading)
            ? MeasuredGroupAsync(conversion.Id, reading, outcomes[group.GroupId], settled.GetValueOrDefault(group.GroupId))
            : UnmeasuredGroupAsync(conversion, group.GroupId, group.Arm)));
        return ConversionView.From(conversion, views, await conversions.EditsAsync(conversion.Id), clock.GetUtcNow());
    }

    async Task<ConversionGroupView> MeasuredGroupAsync(string id, GroupMeasurement reading, ConversionOutcome outcome, GroupResult? settled) => new(
        reading.GroupId,
        reading.Arm,
        reading.Members,
        reading.Arm is Arm.LinkOnly ? null : InterestView.From(reading.Interest, reading.Score, reading.Level, (await interest.FindAsync(id, reading.GroupId)).Options),
        new ForecastView(reading.Forecast.Orders, reading.Forecast.Low, reading.Forecast.High, settled?.ForecastError),
        outcome,
        reading.Link);

    async Task<ConversionGroupView> UnmeasuredGroupAsync(Conversion conversion, string groupId, Arm arm)
    {
        if (conversion.BegunAt(ConversionStep.WarmUp) is null) return new(groupId, arm, null, arm is Arm.LinkOnly ? null : Nothing, null, null, null);
        var members = await groups.AudienceAsync(groupId);
        if (arm is Arm.LinkOnly) return new(groupId, arm, members, null, null, null, null);
        var heard = await interest.FindAsync(conversion.Id, groupId);
        var tally = heard.Tally.With(SignalKind.Click, await clicks.CountAsync(new OfferReference(OfferKind.Conversion, conversion.Id), groupId));
        return new(
            groupId, arm, members, InterestView.From(tally, tally.Score(conversion.Weights, members), tally.Level(conversion.Weights, members), heard.Options), null, null, null);
    }
}
