using Community.Selling.Conversions;
using Community.Selling.Offers;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Selling.Conversions;

/// <summary>Measures the interest of a group, forecasts its orders and creates its link.</summary>
public sealed class GroupMeasurer(
    GroupRecordStore records,
    InterestStore interests,
    ForecastStore forecasts,
    GroupStore groups,
    LinkStore links,
    ClickCountStore clicks,
    IChannel channel)
{
    /// <summary>
    /// The measurement of the group. A repeat returns the first measurement, which decided the text that was sent.
    /// </summary>
    public async Task<GroupMeasurement> MeasureAsync(ConversionGroup group, Conversion conversion, DateTimeOffset at)
    {
        var weights = conversion.Weights;
        var offer = new OfferReference(OfferKind.Conversion, group.ConversionId);
        var tally = await StopAndCountAsync(group, offer);
        var members = await groups.CountMembersAsync(group.GroupId);
        var level = group.Arm is Arm.LinkOnly ? InterestLevel.Medium : tally.Level(weights, members);
        var forecast = await ForecastAsync(group.Arm, level, members);
        var link = await links.EnsureAsync(new NewLink(
            offer,
            nameof(ConversionStep.Link),
            group.GroupId,
            MemberId: null,
            conversion.Terms.Product.Url,
            at));
        var address = conversion.LinkBase + link.Code;
        var score = tally.Score(weights, members);
        return await records.AddAsync(
            group.ConversionId,
            new GroupMeasurement(group.GroupId, group.Arm, members, tally, score, level, forecast, address, at)
            {
                HeardMessages = channel.ReportsMessages,
            });
    }

    async Task<InterestTally> StopAndCountAsync(ConversionGroup group, OfferReference offer)
    {
        if (group.Arm is Arm.LinkOnly) return InterestTally.None;
        await interests.StopListeningAsync(group.ConversionId, group.GroupId);
        var interest = await interests.FindAsync(group.ConversionId, group.GroupId);
        return interest.Tally.Add(SignalKind.Click, await clicks.CountAsync(offer, group.GroupId));
    }

    async Task<Forecast> ForecastAsync(Arm arm, InterestLevel level, int members)
    {
        var forecastClass = Forecaster.Classify(arm, level, channel.ReportsMessages);
        var history = await forecasts.RecentAsync();
        return Forecaster.Predict(forecastClass, members, history[forecastClass]);
    }
}
