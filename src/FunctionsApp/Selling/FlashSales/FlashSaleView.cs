using Community.Selling.FlashSales;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>A flash sale as the API shows one: where it stands, and for each group what is still to do and who must do it.</summary>
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
    /// <summary>The view of a sale at this instant.</summary>
    public static FlashSaleView From(FlashSale sale, IReadOnlyList<FlashGroup> groups, WorkflowStatus? status, DateTimeOffset now)
    {
        var standing = FlashSaleProgress.From(sale, groups, now);
        return new(
            sale.Id,
            sale.Name,
            standing.State,
            standing.Step,
            standing.NextAt,
            [.. groups.Select(group => new FlashGroupView(group.GroupId, group.At(now), group.WaitingFor, group.TaskId))],
            sale.OpensAt,
            [.. sale.Waves.Select((wave, index) => new FlashWaveView(wave.At, wave.Text, wave.Url, index < sale.WavesBegun))],
            sale.ClosesAt,
            sale.Quantity,
            sale.SoldOutAt,
            sale.Farewell,
            sale.NewBuyerGroupId,
            status?.WaitsFor ?? [],
            sale.IsHeld);
    }
}

/// <summary>One group of a sale: what or who brings it on (null: nobody, it is gone), with the task where that is a person.</summary>
public sealed record FlashGroupView(string GroupId, FlashSaleState State, FlashGroupWait? WaitingFor, string? TaskId);

/// <summary>One wave; what was sent can no longer be changed.</summary>
public sealed record FlashWaveView(DateTimeOffset At, string Text, string? Url, bool Sent);
