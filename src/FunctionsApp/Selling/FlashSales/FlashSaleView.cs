using Community.Selling.FlashSales;
using Community.Selling.Offers;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>
/// A flash sale in HTTP responses. <c>Sold</c> counts the orders that are attributed to the sale and count, and
/// <c>Remaining</c> is what they leave of the quantity; null for an unlimited one. Both are null in a list.
/// </summary>
public sealed record FlashSaleView(
    string Id,
    string Name,
    FlashSaleState State,
    string Step,
    DateTimeOffset? NextAt,
    IReadOnlyList<FlashGroupView> Groups,
    DateTimeOffset OpensAt,
    IReadOnlyList<FlashWaveView> Waves,
    DateTimeOffset ClosesAt,
    int? Quantity,
    OfferTotals? Sold,
    int? Remaining,
    DateTimeOffset? SoldOutAt,
    string Farewell,
    string? NewBuyerGroupId,
    IReadOnlyList<string> WaitsFor,
    bool Held)
{
    /// <summary>Who performs the sale's actions on the channel; null in lists.</summary>
    public IReadOnlyList<ChannelActionView>? Channel { get; init; }

    public static FlashSaleView From(
        FlashSale sale,
        IReadOnlyList<FlashGroup> groups,
        WorkflowStatus? status,
        FlashSaleTotals? sales,
        DateTimeOffset now)
    {
        var progress = FlashSaleProgress.From(sale, groups, now);
        return new(
            sale.Id,
            sale.Name,
            progress.State,
            progress.Step,
            progress.NextAt,
            [.. groups.Select(group => FlashGroupView.From(group, sales?.Of(group.GroupId), now))],
            sale.OpensAt,
            [.. sale.Waves.Select((wave, index) => FlashWaveView.From(wave, isSent: index < sale.WavesBegun))],
            sale.ClosesAt,
            sale.Quantity,
            sales?.Total,
            sales is null ? null : new OfferStock(sale.Quantity).Remaining(sales.Total),
            sale.SoldOutAt,
            sale.Farewell,
            sale.NewBuyerGroupId,
            status?.WaitsFor ?? [],
            sale.IsHeld);
    }
}

/// <summary>
/// One group of a sale. What it waits for is null once it is dissolved; the task is set while it waits for staff.
/// <paramref name="Sold"/> is null in a list.
/// </summary>
public sealed record FlashGroupView(
    string GroupId, FlashSaleState State, FlashGroupWait? WaitingFor, string? TaskId, OfferTotals? Sold)
{
    public static FlashGroupView From(FlashGroup group, OfferTotals? sold, DateTimeOffset now) =>
        new(group.GroupId, group.StateAt(now), group.WaitingFor, group.TaskId, sold);
}

/// <summary>What a sale sold, in all and by group.</summary>
public sealed record FlashSaleTotals(OfferTotals Total, IReadOnlyDictionary<string, OfferTotals> ByGroup)
{
    public OfferTotals Of(string groupId) => ByGroup.GetValueOrDefault(groupId) ?? OfferTotals.None;
}

/// <summary>One wave. A sent wave can no longer change.</summary>
public sealed record FlashWaveView(DateTimeOffset At, string Text, string? Url, bool Sent)
{
    public static FlashWaveView From(FlashWave wave, bool isSent) => new(wave.At, wave.Text, wave.Url, isSent);
}
