using Community.Platform;

namespace Community.Groups;

public abstract record GroupCommand
{
    GroupCommand()
    {
    }

    public sealed record Open(string JoinUrl, DateTimeOffset At) : GroupCommand;

    public sealed record Close : GroupCommand;

    public sealed record Dissolve : GroupCommand;

    public sealed record ConfirmDissolved(DateTimeOffset At) : GroupCommand;

    /// <summary>Changes the fields that are present. <paramref name="By"/> is the name for the history.</summary>
    public sealed record Edit(GroupEdit Fields, string By, DateTimeOffset At) : GroupCommand;

    /// <summary>Keeps messages back; a second hold of operators or of the same crisis changes nothing.</summary>
    public sealed record Hold(GroupHold Value) : GroupCommand;

    /// <summary>Ends the hold of operators, or that of the crisis <paramref name="CrisisId"/>.</summary>
    public sealed record Release(HoldCause Cause, string By, DateTimeOffset At, string? CrisisId = null)
        : GroupCommand;

    /// <summary>
    /// The group is this chat of the platform. A group has one chat for good. <paramref name="By"/> is for the history.
    /// </summary>
    public sealed record Bind(string ChannelGroupId, string By, DateTimeOffset At) : GroupCommand;

    /// <summary>Ends the group early: the code is closed, and a farewell and the dissolution follow.</summary>
    public sealed record End(string By, string Reason, DateTimeOffset At) : GroupCommand;
}

public abstract record GroupEvent
{
    GroupEvent()
    {
    }

    public sealed record Opened(string JoinUrl, DateTimeOffset At) : GroupEvent;

    public sealed record Closed : GroupEvent;

    public sealed record DissolutionBegun : GroupEvent;

    public sealed record Dissolved(DateTimeOffset At) : GroupEvent;

    /// <summary><paramref name="Naming"/> is null for a name that was chosen freely.</summary>
    public sealed record Renamed(string Name, GroupNaming? Naming = null) : GroupEvent;

    public sealed record CapacityChanged(int Capacity) : GroupEvent;

    /// <summary>The join link is another one; null when the group has none any more.</summary>
    public sealed record JoinUrlChanged(string? JoinUrl, DateTimeOffset At) : GroupEvent;

    public sealed record OwnerChanged(string? Owner) : GroupEvent;

    public sealed record TagsChanged(IReadOnlyList<string> Tags) : GroupEvent;

    public sealed record CharterChanged(Charter Charter) : GroupEvent;

    public sealed record TextsChanged(GroupTexts Texts) : GroupEvent;

    public sealed record Held(GroupHold Hold) : GroupEvent;

    public sealed record Released(HoldCause Cause, string? CrisisId = null) : GroupEvent;

    public sealed record Bound(string ChannelGroupId) : GroupEvent;

    public sealed record EndRequested(DateTimeOffset At) : GroupEvent;

    public sealed record ChangeRecorded(GroupChange Change) : GroupEvent;

    public sealed record Refused(Refusal Refusal) : GroupEvent;
}
