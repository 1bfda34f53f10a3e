using System.Diagnostics;
using Community.Platform;
using Community.Selling.FlashSales;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>A sale at its sequence's own instant.</summary>
public sealed record FlashSaleMoment(string FlashSaleId, DateTimeOffset At);

/// <summary>What a sale's sequence heard, and when.</summary>
public sealed record FlashSaleWord(string FlashSaleId, string Heard, DateTimeOffset At);

/// <summary>What a sale's sequence needs to know: what it shows, when it looks again, and how far all groups are.</summary>
public sealed record FlashSaleOutlook(SequenceStatus Status, DateTimeOffset? NextAt, bool IsSaid, bool IsGone, bool WantsBuyersInvited);

/// <summary>What a sale's sequence reads and does.</summary>
public sealed class FlashSaleActivities(FlashSaleStore sales, FlashGroupClaims claims)
{
    /// <summary>Starts the sequence of each group, and has the groups' guardians look at the sale.</summary>
    [Function(nameof(StartFlashGroups))]
    public async Task StartFlashGroups([ActivityTrigger] FlashSaleReference reference, [DurableClient] DurableTaskClient sequences)
    {
        foreach (var group in (await FindAsync(reference.FlashSaleId)).GroupIds)
        {
            if ((await claims.ClaimAsync(group, reference.FlashSaleId)).Owner != reference.FlashSaleId) continue;
            await sequences.EnsureStartedAsync(nameof(FlashGroupOrchestrator), InstanceIds.FlashGroup(group), new FlashGroupReference(reference.FlashSaleId, group));
            await sequences.RaiseEventAsync(InstanceIds.FlashGuardian(group), SequenceEvents.Edit, "");
        }
    }

    /// <summary>Where the sale stands.</summary>
    [Function(nameof(ReadFlashSale))]
    public async Task<FlashSaleOutlook> ReadFlashSale([ActivityTrigger] FlashSaleMoment moment)
    {
        var sale = await FindAsync(moment.FlashSaleId);
        var groups = await sales.GroupsAsync(sale);
        var standing = FlashSaleStanding.Of(sale, groups, moment.At);
        var status = sale.IsHeld
            ? new SequenceStatus(standing.Step, null, [SequenceEvents.Resume, SequenceEvents.Cancel], Held: true)
            : new SequenceStatus(standing.Step, standing.NextAt, standing.State < FlashSaleState.Closing ? [SequenceEvents.SoldOut] : [FlashSaleNews.GroupMoved], Held: false);
        return new(
            status,
            sale.NextAfter(moment.At),
            groups.All(group => group.State >= FlashSaleState.Dissolving),
            groups.All(group => group.State is FlashSaleState.Dissolved),
            sale.NewBuyerGroupId is not null);
    }

    /// <summary>Does what was heard, and tells the groups; safe to repeat.</summary>
    [Function(nameof(HeedFlashSaleEvent))]
    public async Task HeedFlashSaleEvent([ActivityTrigger] FlashSaleWord word, [DurableClient] DurableTaskClient sequences)
    {
        FlashSaleCommand command = word.Heard switch
        {
            SequenceEvents.Cancel => new FlashSaleCommand.Close(word.At),
            SequenceEvents.SoldOut => new FlashSaleCommand.SellOut(word.At),
            SequenceEvents.Hold => new FlashSaleCommand.Hold(word.At),
            SequenceEvents.Resume => new FlashSaleCommand.Resume(),
            _ => throw new UnreachableException(),
        };
        if (await sales.DecideAsync(word.FlashSaleId, command) is var (after, _)) await sequences.TellGroupsAsync(after);
    }

    async Task<FlashSale> FindAsync(string id) => (await sales.FindAsync(id))!.Value;
}
