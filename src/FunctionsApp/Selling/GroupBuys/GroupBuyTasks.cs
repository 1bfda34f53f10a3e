using Community.Groups;
using Community.Messaging.StaffTasks;
using Community.Platform;
using Community.Platform.Texts;
using Community.Selling.GroupBuys;

namespace FunctionsApp.Selling.GroupBuys;

/// <summary>The staff tasks about group-buys.</summary>
static class GroupBuyTasks
{
    // The buyer waits for the money, and the shop takes days to pay it.
    static readonly TimeSpan RefundDeadline = TimeSpan.FromHours(24);

    /// <summary>The task to refund an order of a team that was never full, for the owner of the group.</summary>
    public static NewStaffTask Refund(GroupBuy groupBuy, TeamMember place, Group group)
    {
        var closedAt = groupBuy.Outcome!.ClosedAt;
        return new NewStaffTask(
            RefundKey(groupBuy.Id, place.OrderId!),
            StaffTaskKind.RefundGroupBuy,
            Phrasebook.Chinese.Format(
                "task.RefundGroupBuy",
                ("group", group.Name),
                ("product", groupBuy.Product.Name),
                ("order", place.OrderId!),
                ("member", place.MemberId),
                ("price", PriceFormatter.Format(groupBuy.PriceMinor, groupBuy.Currency))),
            groupBuy.GroupId,
            closedAt,
            closedAt + RefundDeadline)
        {
            Owner = group.Owner ?? groupBuy.Owner,
        };
    }

    /// <summary>The id of <see cref="Refund"/>.</summary>
    public static string RefundId(string groupBuyId, string orderId) =>
        NewStaffTask.IdOf(RefundKey(groupBuyId, orderId));

    static string RefundKey(string groupBuyId, string orderId) => $"group-buy-{groupBuyId}:refund:{orderId}";
}
