using Community.Lifecycle;
using Community.Selling;
using Community.Selling.FlashSales;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>
/// Events between the orchestrations of a sale. An event only makes the receiver read the sale again.
/// </summary>
public static class FlashSaleNotifications
{
    /// <summary>The event of a group whose state has changed.</summary>
    public const string GroupMoved = "GroupMoved";

    /// <summary>Notifies the orchestrations of the sale and of its groups.</summary>
    public static IReadOnlyList<DurableAction> NotifyAll(FlashSale sale) =>
    [
        new DurableAction.Raise(SellingInstanceIds.FlashSale(sale.Id), WorkflowEvents.Edit),
        .. NotifyGroups(sale),
    ];

    /// <summary>Notifies the orchestrations of the sale's groups.</summary>
    public static IReadOnlyList<DurableAction> NotifyGroups(FlashSale sale) =>
        [.. sale.GroupIds.Select(group =>
            new DurableAction.Raise(LifecycleInstanceIds.FlashGroup(group), WorkflowEvents.Edit))];
}
