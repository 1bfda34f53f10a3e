using Community.Groups;
using Community.Selling.FlashSales;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Dissolutions;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>A group and its orchestration's current instant.</summary>
public sealed record FlashGroupInput(FlashGroupReference Target, DateTimeOffset At);

public sealed record RecordFlashGroupInput(string FlashSaleId, FlashGroup Group, DateTimeOffset At);

/// <summary>Whether the sale is over for the group, and the text of the farewell.</summary>
public sealed record CloseFlashGroupResult(bool IsClosed, string Farewell);

/// <summary>
/// The part of a sale that a group's orchestration needs. A sale is over for a group that is ended early or dissolved.
/// </summary>
public sealed record FlashGroupSnapshot(
    DateTimeOffset OpensAt,
    DateTimeOffset EndsAt,
    DateTimeOffset MustEndBy,
    bool IsHeld,
    bool IsOver,
    GroupState Group,
    FlashSaleState State)
{
    public static FlashGroupSnapshot From(FlashSale sale, Group group, FlashSaleState state, DateTimeOffset at)
    {
        var isOver = sale.IsOverAt(at) || FlashSaleGroupUse.IsEnded(group);
        return new(sale.OpensAt, sale.EndsAt, sale.MustEndBy, sale.IsHeld, isOver, group.State, state);
    }
}

/// <summary>
/// The activities of <see cref="FlashGroupOrchestrator"/>. Each can be repeated after a failure at any point.
/// </summary>
public sealed class FlashGroupActivities(
    FlashSaleStore sales, GroupStore groups, FlashSaleGroupUse use, GroupCloser closer)
{
    [Function(nameof(ReadFlashGroup))]
    public async Task<FlashGroupSnapshot> ReadFlashGroup([ActivityTrigger] FlashGroupInput input)
    {
        var sale = (await sales.FindAsync(input.Target.FlashSaleId!))!.Value;
        var progress = await sales.FindGroupAsync(sale.Id, input.Target.GroupId);
        var group = (await groups.FindAsync(input.Target.GroupId))!.Value;
        return FlashGroupSnapshot.From(sale, group, progress.State, input.At);
    }

    [Function(nameof(RecordFlashGroup))]
    public async Task RecordFlashGroup(
        [ActivityTrigger] RecordFlashGroupInput input, [DurableClient] DurableTaskClient durable) =>
        await durable.PerformAsync(await use.RecordAsync(input));

    /// <summary>Ends the sale for this group and closes the group; does nothing while the sale is not over.</summary>
    [Function(nameof(CloseFlashGroup))]
    public async Task<CloseFlashGroupResult> CloseFlashGroup([ActivityTrigger] FlashGroupInput input)
    {
        var result = input.Target.FlashSaleId is { } id
            ? await use.EndSaleAsync(id, input.Target.GroupId, input.At)
            : new(IsClosed: true, Farewell: "");
        if (result.IsClosed) await closer.CloseAsync(input.Target.GroupId);
        return result;
    }
}
