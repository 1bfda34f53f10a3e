using Community.Platform;

namespace Community.Selling.GroupBuys;

public abstract record GroupBuyCommand
{
    GroupBuyCommand()
    {
    }

    /// <summary>
    /// Opens a team, whose first member is the leader. <paramref name="IsGroupSilent"/> is true while the group takes
    /// no messages: it is held, in a crisis or dissolved.
    /// </summary>
    public sealed record OpenTeam(
        string Leader, string? OrderId, OrderStanding Order, bool IsGroupSilent, DateTimeOffset At) : GroupBuyCommand;

    /// <summary>Joins a team of the group-buy, or names the order of a member without one.</summary>
    public sealed record Join(
        string TeamId, string MemberId, string OrderId, OrderStanding Order, DateTimeOffset At) : GroupBuyCommand;

    public sealed record Leave(string TeamId, string MemberId, DateTimeOffset At) : GroupBuyCommand;

    /// <summary>The shop told something about an order.</summary>
    public sealed record UpdateOrder(string OrderId, OrderStanding Order) : GroupBuyCommand;

    /// <summary>Ends a group-buy whose time is over.</summary>
    public sealed record Close(DateTimeOffset At) : GroupBuyCommand;

    /// <summary>Ends an open group-buy early. Full teams stay as they are.</summary>
    public sealed record Cancel(string Reason, string By, DateTimeOffset At) : GroupBuyCommand;

    /// <summary>Every refund task is open.</summary>
    public sealed record ConfirmRefundsRequested(DateTimeOffset At) : GroupBuyCommand;

    /// <summary>Deletes the teams of a group-buy that is over, and keeps its outcome.</summary>
    public sealed record Forget(DateTimeOffset At) : GroupBuyCommand;
}

public abstract record GroupBuyEvent
{
    GroupBuyEvent()
    {
    }

    public sealed record TeamOpened(string TeamId, TeamMember Leader) : GroupBuyEvent;

    public sealed record MemberJoined(string TeamId, TeamMember Member) : GroupBuyEvent;

    public sealed record OrderNamed(string TeamId, TeamMember Member) : GroupBuyEvent;

    public sealed record TeamFilled(string TeamId, DateTimeOffset At) : GroupBuyEvent;

    public sealed record MemberLeft(string TeamId, string MemberId) : GroupBuyEvent;

    public sealed record OrderUpdated(string OrderId, OrderStanding Order) : GroupBuyEvent;

    public sealed record Closed(DateTimeOffset At) : GroupBuyEvent;

    public sealed record Cancelled(GroupBuyCancellation Cancellation) : GroupBuyEvent;

    public sealed record RefundsRequested(DateTimeOffset At) : GroupBuyEvent;

    public sealed record Forgotten(DateTimeOffset At) : GroupBuyEvent;

    public sealed record Refused(Refusal Refusal) : GroupBuyEvent;
}
