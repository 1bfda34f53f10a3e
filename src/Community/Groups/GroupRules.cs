using System.Diagnostics;
using Community.Platform;

namespace Community.Groups;

public abstract record GroupCommand
{
    GroupCommand()
    {
    }

    public sealed record Open(string JoinUrl) : GroupCommand;

    public sealed record Close : GroupCommand;

    public sealed record Dissolve : GroupCommand;

    /// <summary>The platform or a person reports that the group is dissolved.</summary>
    public sealed record ConfirmDissolved(DateTimeOffset At) : GroupCommand;
}

public abstract record GroupEvent
{
    GroupEvent()
    {
    }

    public sealed record Opened(string JoinUrl) : GroupEvent;

    public sealed record Closed : GroupEvent;

    public sealed record DissolutionBegun : GroupEvent;

    public sealed record Dissolved(DateTimeOffset At) : GroupEvent;
}

/// <summary>
/// The states of a group: <c>Planned → Open ⇄ Full → Closed → Dissolving → Dissolved</c>. A group only moves forward,
/// except between Open and Full. The report of a dissolution is accepted in every state, because the platform knows it
/// best.
/// </summary>
public static class GroupRules
{
    /// <summary>The events that the command causes; none for a repeat and for a command that comes too late.</summary>
    public static IReadOnlyList<GroupEvent> Decide(GroupCommand command, Group group) => command switch
    {
        GroupCommand.Open open when group.State is GroupState.Planned => [new GroupEvent.Opened(open.JoinUrl)],
        GroupCommand.Close when group.State is GroupState.Planned or GroupState.Open or GroupState.Full =>
            [new GroupEvent.Closed()],
        GroupCommand.Dissolve when group.State < GroupState.Dissolving => [new GroupEvent.DissolutionBegun()],
        GroupCommand.ConfirmDissolved confirm when group.IsAlive => [new GroupEvent.Dissolved(confirm.At)],
        GroupCommand.Open or GroupCommand.Close or GroupCommand.Dissolve or GroupCommand.ConfirmDissolved => [],
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// The fault of a new group; null when there is none. A flash group is dissolved at the end of its charter, so an
    /// end in the past would dissolve a live group at once.
    /// </summary>
    public static Refusal? CreationFault(Group group) =>
        group.Kind is GroupKind.Flash && group.Charter.EndsAt <= group.CreatedAt
            ? Refusal.Invalid("charter.endsAt", "must be in the future.")
            : null;

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
