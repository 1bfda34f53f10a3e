using Community.Selling.GroupBuys;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Selling.GroupBuys;

/// <summary>
/// Has a person refund the orders that bought nothing, one task for each order. The app moves no money itself.
/// </summary>
public sealed class GroupBuyRefunds(
    GroupBuyStore groupBuys, GroupStore groups, StaffTaskService tasks, TimeProvider clock)
{
    /// <summary>
    /// Opens the tasks of a group-buy that is over, once: after all are open they are not opened again, even when they
    /// were deleted since.
    /// </summary>
    public async Task RequestAsync(GroupBuy closed)
    {
        if (closed.RefundsRequestedAt is not null) return;
        var group = await groups.LookUpAsync(closed.GroupId);
        var due = closed.FindOrdersToRefund();
        foreach (var place in due) await tasks.OpenAsync(GroupBuyTasks.Refund(closed, place, group!));
        var confirmed = await groupBuys.DecideAsync(
            closed.Id, new GroupBuyCommand.ConfirmRefundsRequested(clock.GetUtcNow()));
        // A refund that came meanwhile found no task to end.
        var rest = confirmed!.After.FindOrdersToRefund()
            .Select(place => place.OrderId)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var place in due.Where(place => !rest.Contains(place.OrderId)))
            await EndAsync(closed.Id, place.OrderId!);
    }

    /// <summary>Ends the task of an order that is refunded. Without one it does nothing.</summary>
    public Task EndAsync(string id, string orderId) =>
        tasks.CompleteAsync(GroupBuyTasks.RefundId(id, orderId), new CompleteTaskRequest(null));
}
