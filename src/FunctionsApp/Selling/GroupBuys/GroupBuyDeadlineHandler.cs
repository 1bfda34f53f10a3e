using Community.Selling.GroupBuys;
using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Selling.GroupBuys;

/// <summary>The group-buy whose time is over.</summary>
public sealed record GroupBuyDeadline(string GroupBuyId)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "group-buy-deadline";
}

/// <summary>Ends a group-buy and opens the tasks to refund the orders of its failed teams.</summary>
public sealed class GroupBuyDeadlineHandler(GroupBuyStore groupBuys, GroupBuyRefunds refunds, TimeProvider clock)
    : DueWorkHandler<GroupBuyDeadline>(GroupBuyDeadline.Kind)
{
    protected override async Task HandleAsync(GroupBuyDeadline deadline, DateTimeOffset at)
    {
        var close = new GroupBuyCommand.Close(clock.GetUtcNow());
        if (await groupBuys.DecideAsync(deadline.GroupBuyId, close) is { After: { Outcome: not null } closed })
            await refunds.RequestAsync(closed);
    }
}
