using Community.Platform;
using Community.Selling.FlashSales;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>What the sequences of a sale tell each other. An event only wakes: what changed, each reads for itself.</summary>
public static class FlashSaleNews
{
    /// <summary>A group of the sale has come further.</summary>
    public const string GroupMoved = "GroupMoved";

    /// <summary>The sale was changed: its own sequence and those of its groups read it again.</summary>
    public static Task TellAllAsync(this DurableTaskClient sequences, FlashSale sale) => Task.WhenAll(
        sequences.RaiseEventAsync(InstanceIds.FlashSale(sale.Id), SequenceEvents.Edit, ""),
        sequences.TellGroupsAsync(sale));

    /// <summary>The sale was changed: the sequences of its groups read it again.</summary>
    public static Task TellGroupsAsync(this DurableTaskClient sequences, FlashSale sale) =>
        Task.WhenAll(sale.GroupIds.Select(group => sequences.RaiseEventAsync(InstanceIds.FlashGroup(group), SequenceEvents.Edit, "")));
}
