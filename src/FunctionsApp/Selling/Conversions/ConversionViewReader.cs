using Community.Messaging.Channels;
using Community.Selling.Conversions;
using Community.Selling.Offers;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Selling.Conversions;

/// <summary>
/// Reads the parts of a conversion's view. The number of groups is bounded, so each may take reads of its own.
/// </summary>
public sealed class ConversionViewReader(
    ConversionStore conversions,
    GroupRecordStore records,
    InterestStore interests,
    ConversionResultService results,
    GroupStore groups,
    ClickCountStore clicks,
    IChannel channel,
    TimeProvider clock)
{
    InterestView NoInterest =>
        InterestView.From(InterestTally.None, 0, InterestLevel.Low, GroupInterest.None, channel.ReportsMessages);

    public async Task<ConversionView> ReadAsync(Conversion conversion)
    {
        var measurements = await records.MeasurementsAsync(conversion.Id);
        var outcomes = await results.OutcomesAsync(conversion, measurements);
        var final = await records.ResultsAsync(conversion.Id);
        var arms = ArmAssignment.Assign(conversion.GroupIds, conversion.HoldoutShare, conversion.Seed);
        var views = await Task.WhenAll(arms.Select(ReadGroupAsync));
        var edits = await conversions.EditsAsync(conversion.Id);
        return ConversionView.From(conversion, views, edits, clock.GetUtcNow()) with
        {
            Channel = channel.Describe(ChannelAction.SendToGroup),
        };

        Task<ConversionGroupView> ReadGroupAsync((string Id, Arm Arm) group) =>
            measurements.TryGetValue(group.Id, out var measurement)
                ? MeasuredGroupAsync(conversion.Id, measurement, outcomes[group.Id], final.GetValueOrDefault(group.Id))
                : UnmeasuredGroupAsync(conversion, group.Id, group.Arm);
    }

    async Task<ConversionGroupView> MeasuredGroupAsync(
        string id, GroupMeasurement measurement, ConversionOutcome outcome, GroupResult? result)
    {
        var forecast = measurement.Forecast;
        return new(
            measurement.GroupId,
            measurement.Arm,
            measurement.Members,
            measurement.Arm is Arm.LinkOnly ? null : await MeasuredInterestAsync(id, measurement),
            new ForecastView(forecast.Orders, forecast.Low, forecast.High, result?.ForecastError),
            outcome,
            measurement.Link);
    }

    async Task<InterestView> MeasuredInterestAsync(string id, GroupMeasurement measurement)
    {
        var interest = await interests.FindAsync(id, measurement.GroupId);
        return InterestView.From(
            measurement.Interest, measurement.Score, measurement.Level, interest, measurement.HeardMessages);
    }

    async Task<ConversionGroupView> UnmeasuredGroupAsync(Conversion conversion, string groupId, Arm arm)
    {
        var (members, interest) = (default(int?), arm is Arm.LinkOnly ? null : NoInterest);
        if (conversion.BegunAt(ConversionStep.WarmUp) is not null)
        {
            members = await groups.CountMembersAsync(groupId);
            if (arm is Arm.WarmUp) interest = await CurrentInterestAsync(conversion, groupId, members.Value);
        }

        return new(groupId, arm, members, interest, Forecast: null, Outcome: null, Link: null);
    }

    async Task<InterestView> CurrentInterestAsync(Conversion conversion, string groupId, int members)
    {
        var offer = new OfferReference(OfferKind.Conversion, conversion.Id);
        var interest = await interests.FindAsync(conversion.Id, groupId);
        var tally = interest.Tally.Add(SignalKind.Click, await clicks.CountAsync(offer, groupId));
        var (score, level) = (tally.Score(conversion.Weights, members), tally.Level(conversion.Weights, members));
        return InterestView.From(tally, score, level, interest, channel.ReportsMessages);
    }
}
