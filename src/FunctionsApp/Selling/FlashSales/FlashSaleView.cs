using Community.Selling.FlashSales;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>A flash sale in HTTP responses.</summary>
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
    DateTimeOffset? SoldOutAt,
    string Farewell,
    string? NewBuyerGroupId,
    IReadOnlyList<string> WaitsFor,
    bool Held)
{
    public static FlashSaleView From(
        FlashSale sale, IReadOnlyList<FlashGroup> groups, WorkflowStatus? status, DateTimeOffset now)
    {
        var progress = FlashSaleProgress.From(sale, groups, now);
        return new(
            sale.Id,
            sale.Name,
            progress.State,
            progress.Step,
            progress.NextAt,
            [.. groups.Select(group => FlashGroupView.From(group, now))],
            sale.OpensAt,
            [.. sale.Waves.Select((wave, index) => FlashWaveView.From(wave, isSent: index < sale.WavesBegun))],
            sale.ClosesAt,
            sale.Quantity,
            sale.SoldOutAt,
            sale.Farewell,
            sale.NewBuyerGroupId,
            status?.WaitsFor ?? [],
            sale.IsHeld);
    }
}

/// <summary>
/// One group of a sale. What it waits for is null once it is dissolved; the task is set while it waits for staff.
/// </summary>
public sealed record FlashGroupView(string GroupId, FlashSaleState State, FlashGroupWait? WaitingFor, string? TaskId)
{
    public static FlashGroupView From(FlashGroup group, DateTimeOffset now) =>
        new(group.GroupId, group.StateAt(now), group.WaitingFor, group.TaskId);
}

/// <summary>One wave. A sent wave can no longer change.</summary>
public sealed record FlashWaveView(DateTimeOffset At, string Text, string? Url, bool Sent)
{
    public static FlashWaveView From(FlashWave wave, bool isSent) => new(wave.At, wave.Text, wave.Url, isSent);
}
