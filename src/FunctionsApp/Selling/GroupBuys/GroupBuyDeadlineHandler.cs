using Community.Selling.GroupBuys;
using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Selling.GroupBuys;

/// <summary>A group-buy whose time is over, or that was cancelled.</summary>
public sealed record GroupBuyDeadline(string GroupBuyId)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "group-buy-deadline";

    /// <summary>The time that a request to cancel has.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMinutes(2);
}

/// <summary>Ends a group-buy unless it was cancelled, and opens the tasks to refund its orders, once.</summary>
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
