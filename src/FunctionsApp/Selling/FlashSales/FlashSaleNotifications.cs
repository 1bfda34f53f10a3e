using Community.Lifecycle;
using Community.Selling;
using Community.Selling.FlashSales;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>What the sequences of a sale tell each other. An event only wakes: what changed, each reads for itself.</summary>
public static class FlashSaleNotifications
{
    /// <summary>A group of the sale has come further.</summary>
    public const string GroupMoved = "GroupMoved";

    /// <summary>The sale was changed: its own sequence and those of its groups read it again.</summary>
    public static Task NotifyAllAsync(this DurableTaskClient durable, FlashSale sale) => Task.WhenAll(
        durable.RaiseEventAsync(SellingInstanceIds.FlashSale(sale.Id), WorkflowEvents.Edit, ""),
        durable.NotifyGroupsAsync(sale));

    /// <summary>The sale was changed: the sequences of its groups read it again.</summary>
    public static Task NotifyGroupsAsync(this DurableTaskClient durable, FlashSale sale) =>
        Task.WhenAll(sale.GroupIds.Select(group => durable.RaiseEventAsync(LifecycleInstanceIds.FlashGroup(group), WorkflowEvents.Edit, "")));
}
