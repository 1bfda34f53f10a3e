using Community.Selling.Conversions;
using Community.Selling.Offers;
using FunctionsApp.Groups;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Selling.Conversions;

/// <summary>Puts together what is known of a conversion; before the link, its groups are read one by one, and they are bounded.</summary>
public sealed class ConversionViews(
    ConversionStore conversions,
    GroupRecordStore records,
    InterestBooks interest,
    ConversionSettlement settlement,
    GroupStore groups,
    ClickCounts clicks,
    TimeProvider clock)
{
    static readonly InterestView Nothing = InterestView.Of(InterestTally.None, 0, InterestLevel.Low, HeardInterest.Nothing.Options);

    /// <summary>The conversion as the API shows it.</summary>
    public async Task<ConversionView> OfAsync(Conversion conversion)
    {
        var readings = await records.ReadingsAsync(conversion.Id);
        var outcomes = await settlement.OutcomesAsync(conversion, readings);
        var settled = await records.SettlementsAsync(conversion.Id);
        var assigned = Arms.Assign(conversion.GroupIds, conversion.HoldoutShare, conversion.Seed);
        var views = await Task.WhenAll(assigned.Select(group => readings.TryGetValue(group.GroupId, out var reading)
            ? ReadAsync(conversion.Id, reading, outcomes[group.GroupId], settled.GetValueOrDefault(group.GroupId))
            : HeardAsync(conversion, group.GroupId, group.Arm)));
        return ConversionView.Of(conversion, views, await conversions.EditsAsync(conversion.Id), clock.GetUtcNow());
    }

    async Task<ConversionGroupView> ReadAsync(string id, GroupReading reading, Outcome outcome, GroupSettlement? settled) => new(
        reading.GroupId,
        reading.Arm,
        reading.Members,
        reading.Arm is Arm.LinkOnly ? null : InterestView.Of(reading.Interest, reading.Score, reading.Level, (await interest.OfAsync(id, reading.GroupId)).Options),
        new ForecastView(reading.Forecast.Orders, reading.Forecast.Low, reading.Forecast.High, settled?.ForecastError),
        outcome,
        reading.Link);

    async Task<ConversionGroupView> HeardAsync(Conversion conversion, string groupId, Arm arm)
    {
        if (conversion.Begun(ConversionStep.WarmUp) is null) return new(groupId, arm, null, arm is Arm.LinkOnly ? null : Nothing, null, null, null);
        var members = await groups.AudienceAsync(groupId);
        if (arm is Arm.LinkOnly) return new(groupId, arm, members, null, null, null, null);
        var heard = await interest.OfAsync(conversion.Id, groupId);
        var tally = heard.Tally.With(SignalKind.Click, await clicks.OfAsync(new OfferReference(OfferKind.Conversion, conversion.Id), groupId));
        return new(
            groupId, arm, members, InterestView.Of(tally, tally.Score(conversion.Weights, members), tally.Level(conversion.Weights, members), heard.Options), null, null, null);
    }
}
