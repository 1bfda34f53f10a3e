using System.Diagnostics;

namespace Community.Groups;

/// <summary>What can be asked of a group's life.</summary>
public abstract record GroupCommand
{
    GroupCommand()
    {
    }

    /// <summary>Give the group a way in.</summary>
    public sealed record Open(string JoinUrl) : GroupCommand;

    /// <summary>Close the code; members stay.</summary>
    public sealed record Close : GroupCommand;

    /// <summary>Begin to dissolve.</summary>
    public sealed record Dissolve : GroupCommand;

    /// <summary>The platform or a person says that the group is gone.</summary>
    public sealed record ConfirmDissolved(DateTimeOffset At) : GroupCommand;
}

/// <summary>What happened to a group.</summary>
public abstract record GroupEvent
{
    GroupEvent()
    {
    }

    /// <summary>The group has a way in.</summary>
    public sealed record Opened(string JoinUrl) : GroupEvent;

    /// <summary>The code is closed.</summary>
    public sealed record Closed : GroupEvent;

    /// <summary>Dissolution was asked for.</summary>
    public sealed record DissolutionBegun : GroupEvent;

    /// <summary>The group is gone.</summary>
    public sealed record Dissolved(DateTimeOffset At) : GroupEvent;
}

/// <summary>
/// The life of a group: <c>Planned → Open ⇄ Full → Closed → Dissolving → Dissolved</c>. It only moves forward (Open and Full
/// follow the count of members); a repeat, and a command that comes too late, change nothing. Dissolved is believed from every state,
/// because the platform is the one that knows.
/// </summary>
public static class GroupRules
{
    /// <summary>The events that the command causes; none for a repeat.</summary>
    public static IReadOnlyList<GroupEvent> Decide(GroupCommand command, Group group) => command switch
    {
        GroupCommand.Open open when group.State is GroupState.Planned => [new GroupEvent.Opened(open.JoinUrl)],
        GroupCommand.Close when group.State is GroupState.Planned or GroupState.Open or GroupState.Full => [new GroupEvent.Closed()],
        GroupCommand.Dissolve when group.State < GroupState.Dissolving => [new GroupEvent.DissolutionBegun()],
        GroupCommand.ConfirmDissolved confirm when group.IsAlive => [new GroupEvent.Dissolved(confirm.At)],
        GroupCommand.Open or GroupCommand.Close or GroupCommand.Dissolve or GroupCommand.ConfirmDissolved => [],
        _ => throw new UnreachableException(),
    };

    /// <summary>The group after the event.</summary>
    public static Group Evolve(Group group, GroupEvent happened) => happened switch
    {
        GroupEvent.Opened opened => group with
        {
            JoinUrl = opened.JoinUrl,
            State = group.MemberCount >= group.Capacity ? GroupState.Full : GroupState.Open,
        },
        GroupEvent.Closed => group with { State = GroupState.Closed },
        GroupEvent.DissolutionBegun => group with { State = GroupState.Dissolving },
        GroupEvent.Dissolved dissolved => group with { State = GroupState.Dissolved, DissolvedAt = dissolved.At },
        _ => throw new UnreachableException(),
    };
}
