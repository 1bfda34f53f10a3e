using System.Diagnostics;
using Community.Lifecycle;
using Community.Selling.FlashSales;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>A sale and its orchestration's current instant.</summary>
public sealed record FlashSaleInput(string FlashSaleId, DateTimeOffset At);

/// <summary>An event that an orchestration of the sale received.</summary>
public sealed record FlashSaleSignal(string FlashSaleId, string Name, DateTimeOffset At);

/// <summary>
/// The part of a sale that its orchestration needs: the status to show, the next instant, and the progress of all
/// groups.
/// </summary>
public sealed record FlashSaleSnapshot(
    WorkflowStatus Status, DateTimeOffset? NextAt, bool IsFarewellSent, bool IsDissolved, bool WantsBuyersInvited);

/// <summary>The activities of <see cref="FlashSaleOrchestrator"/>.</summary>
public sealed class FlashSaleActivities(FlashSaleStore sales, FlashGroupClaimStore claims)
{
    /// <summary>
    /// Starts the orchestration of each group, and makes the watch over its charter's deadline read the sale.
    /// </summary>
    [Function(nameof(StartFlashGroups))]
    public async Task StartFlashGroups(
        [ActivityTrigger] FlashSaleReference reference, [DurableClient] DurableTaskClient durable)
    {
        foreach (var group in (await FindAsync(reference.FlashSaleId)).GroupIds)
        {
            var claim = await claims.ClaimAsync(group, reference.FlashSaleId);
            if (claim.Owner == reference.FlashSaleId) await durable.PerformAsync(StartGroup(claim.Owner, group));
        }
    }

    [Function(nameof(ReadFlashSale))]
    public async Task<FlashSaleSnapshot> ReadFlashSale([ActivityTrigger] FlashSaleInput input)
    {
        var sale = await FindAsync(input.FlashSaleId);
        var groups = await sales.GroupsAsync(sale);
        return new(
            StatusOf(sale, FlashSaleProgress.From(sale, groups, input.At)),
            sale.NextInstantAfter(input.At),
            groups.All(group => group.State >= FlashSaleState.Dissolving),
            groups.All(group => group.State is FlashSaleState.Dissolved),
            sale.NewBuyerGroupId is not null);
    }

    /// <summary>Applies the event and notifies the groups. A repeat changes nothing.</summary>
    [Function(nameof(ApplyFlashSaleSignal))]
    public async Task ApplyFlashSaleSignal(
        [ActivityTrigger] FlashSaleSignal signal, [DurableClient] DurableTaskClient durable)
    {
        if (await sales.DecideAsync(signal.FlashSaleId, CommandOf(signal)) is { } decided)
            await durable.PerformAsync(FlashSaleNotifications.NotifyGroups(decided.After));
    }

    static IReadOnlyList<DurableAction> StartGroup(string saleId, string group) =>
    [
        new DurableAction.Start(
            nameof(FlashGroupOrchestrator),
            LifecycleInstanceIds.FlashGroup(group),
            new FlashGroupReference(saleId, group)),
        new DurableAction.Raise(LifecycleInstanceIds.CharterDeadline(group), WorkflowEvents.Edit),
    ];

    static WorkflowStatus StatusOf(FlashSale sale, FlashSaleProgress progress)
    {
        if (sale.IsHeld)
            return new(progress.Step, null, [WorkflowEvents.Resume, WorkflowEvents.Cancel], Held: true);
        var awaited = progress.State < FlashSaleState.Closing
            ? WorkflowEvents.SoldOut
            : FlashSaleNotifications.GroupMoved;
        return new(progress.Step, progress.NextAt, [awaited], Held: false);
    }

    static FlashSaleCommand CommandOf(FlashSaleSignal signal) => signal.Name switch
    {
        WorkflowEvents.Cancel => new FlashSaleCommand.Close(signal.At),
        WorkflowEvents.SoldOut => new FlashSaleCommand.SellOut(signal.At),
        WorkflowEvents.Hold => new FlashSaleCommand.Hold(signal.At),
        WorkflowEvents.Resume => new FlashSaleCommand.Resume(),
        _ => throw new UnreachableException(),
    };

    async Task<FlashSale> FindAsync(string id) => (await sales.FindAsync(id))!.Value;
}
