using Community.Groups;
using Community.Selling.FlashSales;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Dissolutions;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>A group at its sequence's own instant.</summary>
public sealed record FlashGroupInput(FlashGroupReference Target, DateTimeOffset At);

/// <summary>How far a group of a sale is.</summary>
public sealed record RecordFlashGroupInput(string FlashSaleId, FlashGroup Group, DateTimeOffset At);

/// <summary>Whether the sale is over, and then the words to part with.</summary>
public sealed record CloseFlashGroupResult(bool IsClosed, string Farewell);

/// <summary>What a group's sequence needs to know of its sale. One whose group is gone is over for it.</summary>
public sealed record FlashGroupSnapshot(
    DateTimeOffset OpensAt, DateTimeOffset EndsAt, DateTimeOffset MustEndBy, bool IsHeld, bool IsOver, GroupState Group, FlashSaleState State)
{
    /// <summary>The outlook at this instant.</summary>
    public static FlashGroupSnapshot From(FlashSale sale, GroupState group, FlashSaleState state, DateTimeOffset at) =>
        new(sale.OpensAt, sale.EndsAt, sale.MustEndBy, sale.IsHeld, sale.IsOverAt(at) || group is GroupState.Dissolved, group, state);
}

/// <summary>The activities of <see cref="FlashGroupOrchestrator"/>. Each may end anywhere and be repeated.</summary>
public sealed class FlashGroupActivities(FlashSaleStore sales, GroupStore groups, FlashSaleGroupUse use, GroupCloser closer)
{
    /// <summary>Reads the sale as the operator wants it now, and the state of the group.</summary>
    [Function(nameof(ReadFlashGroup))]
    public async Task<FlashGroupSnapshot> ReadFlashGroup([ActivityTrigger] FlashGroupInput input)
    {
        var sale = (await sales.FindAsync(input.Target.FlashSaleId!))!.Value;
        var progress = await sales.FindGroupAsync(sale.Id, input.Target.GroupId);
        var group = (await groups.FindAsync(input.Target.GroupId))!.Value;
        return FlashGroupSnapshot.From(sale, group.State, progress.State, input.At);
    }

    [Function(nameof(RecordFlashGroup))]
    public async Task RecordFlashGroup(
        [ActivityTrigger] RecordFlashGroupInput input, [DurableClient] DurableTaskClient durable) =>
        await durable.PerformAsync(await use.RecordAsync(input));

    /// <summary>Ends the sale for this group and closes the group; does nothing while the sale is not over.</summary>
    [Function(nameof(CloseFlashGroup))]
    public async Task<CloseFlashGroupResult> CloseFlashGroup([ActivityTrigger] FlashGroupInput input, [DurableClient] DurableTaskClient durable)
    {
        var result = input.Target.FlashSaleId is { } id ? await use.EndSaleAsync(id, input.Target.GroupId, input.At) : new(true, "");
        if (result.IsClosed) await closer.CloseAsync(input.Target.GroupId, durable);
        return result;
    }
}
