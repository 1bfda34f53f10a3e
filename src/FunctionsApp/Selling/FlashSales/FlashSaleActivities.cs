using System.Diagnostics;
using Community.Lifecycle;
using Community.Selling.FlashSales;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>A sale at its sequence's own instant.</summary>
public sealed record FlashSaleInput(string FlashSaleId, DateTimeOffset At);

/// <summary>What a sale's sequence heard, and when.</summary>
public sealed record FlashSaleSignal(string FlashSaleId, string Name, DateTimeOffset At);

/// <summary>What a sale's sequence needs to know: what it shows, when it looks again, and how far all groups are.</summary>
public sealed record FlashSaleSnapshot(WorkflowStatus Status, DateTimeOffset? NextAt, bool IsFarewellSent, bool IsDissolved, bool WantsBuyersInvited);

/// <summary>What a sale's sequence reads and does.</summary>
public sealed class FlashSaleActivities(FlashSaleStore sales, FlashGroupClaimStore claims)
{
    /// <summary>Starts the sequence of each group, and has the groups' guardians look at the sale.</summary>
    [Function(nameof(StartFlashGroups))]
    public async Task StartFlashGroups([ActivityTrigger] FlashSaleReference reference, [DurableClient] DurableTaskClient durable)
    {
        foreach (var group in (await FindAsync(reference.FlashSaleId)).GroupIds)
        {
            if ((await claims.ClaimAsync(group, reference.FlashSaleId)).Owner != reference.FlashSaleId) continue;
            await durable.EnsureStartedAsync(nameof(FlashGroupOrchestrator), LifecycleInstanceIds.FlashGroup(group), new FlashGroupReference(reference.FlashSaleId, group));
            await durable.RaiseEventAsync(LifecycleInstanceIds.CharterDeadline(group), WorkflowEvents.Edit, "");
        }
    }

    /// <summary>Where the sale stands.</summary>
    [Function(nameof(ReadFlashSale))]
    public async Task<FlashSaleSnapshot> ReadFlashSale([ActivityTrigger] FlashSaleInput input)
    {
        var sale = await FindAsync(input.FlashSaleId);
        var groups = await sales.GroupsAsync(sale);
        var standing = FlashSaleProgress.From(sale, groups, input.At);
        var status = sale.IsHeld
            ? new WorkflowStatus(standing.Step, null, [WorkflowEvents.Resume, WorkflowEvents.Cancel], Held: true)
            : new WorkflowStatus(standing.Step, standing.NextAt, standing.State < FlashSaleState.Closing ? [WorkflowEvents.SoldOut] : [FlashSaleNotifications.GroupMoved], Held: false);
        return new(
            status,
            sale.NextAfter(input.At),
            groups.All(group => group.State >= FlashSaleState.Dissolving),
            groups.All(group => group.State is FlashSaleState.Dissolved),
            sale.NewBuyerGroupId is not null);
    }

    /// <summary>Does what was heard, and tells the groups; safe to repeat.</summary>
    [Function(nameof(ApplyFlashSaleSignal))]
    public async Task ApplyFlashSaleSignal([ActivityTrigger] FlashSaleSignal signal, [DurableClient] DurableTaskClient durable)
    {
        FlashSaleCommand command = signal.Name switch
        {
            WorkflowEvents.Cancel => new FlashSaleCommand.Close(signal.At),
            WorkflowEvents.SoldOut => new FlashSaleCommand.SellOut(signal.At),
            WorkflowEvents.Hold => new FlashSaleCommand.Hold(signal.At),
            WorkflowEvents.Resume => new FlashSaleCommand.Resume(),
            _ => throw new UnreachableException(),
        };
        if (await sales.DecideAsync(signal.FlashSaleId, command) is var (after, _)) await durable.NotifyGroupsAsync(after);
    }

    async Task<FlashSale> FindAsync(string id) => (await sales.FindAsync(id))!.Value;
}
