using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Selling.GroupBuys;

/// <summary>An order that a request was about to give a place.</summary>
public sealed record GroupBuyOrder(string GroupBuyId, string OrderId)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "group-buy-order";

    /// <summary>The time that the request has.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMinutes(2);
}

/// <summary>Looks up the order again, in case the request ended before it did.</summary>
public sealed class GroupBuyOrderHandler(GroupBuyService groupBuys) : DueWorkHandler<GroupBuyOrder>(GroupBuyOrder.Kind)
{
    protected override Task HandleAsync(GroupBuyOrder order, DateTimeOffset at) =>
        groupBuys.CheckOrderAsync(order.GroupBuyId, order.OrderId);
}
