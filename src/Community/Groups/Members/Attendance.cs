using System.Diagnostics;

namespace Community.Groups.Members;

/// <summary>A group and one person's place in it: what has to be known, and is stored together, to decide on that person.</summary>
public sealed record Attendance(Group Group, Member Member);

/// <summary>What the channel tells of a person in a group; <c>At</c> is the channel's instant, not the arrival.</summary>
public abstract record AttendanceCommand
{
    AttendanceCommand()
    {
    }

    /// <summary>Came in, through a code or brought by a member where that is known.</summary>
    public sealed record Join(string Name, string? Code, string? InvitedBy, DateTimeOffset At) : AttendanceCommand;

    /// <summary>Went out, or was removed.</summary>
    public sealed record Leave(DateTimeOffset At) : AttendanceCommand;

    /// <summary>Set another card name (群名片).</summary>
    public sealed record Rename(string Name, DateTimeOffset At) : AttendanceCommand;

    /// <summary>Introduced themselves with these interests.</summary>
    public sealed record Introduce(IReadOnlyList<string> Interests, DateTimeOffset At) : AttendanceCommand;
}

/// <summary>What changed for the person and the group.</summary>
public abstract record AttendanceEvent
{
    AttendanceEvent()
    {
    }

    /// <summary>The latest join known so far.</summary>
    public sealed record Joined(string Name, string? Code, string? InvitedBy, DateTimeOffset At) : AttendanceEvent;

    /// <summary>The latest leave known so far.</summary>
    public sealed record Left(DateTimeOffset At) : AttendanceEvent;

    /// <summary>The latest card name known so far.</summary>
    public sealed record Renamed(string Name, DateTimeOffset At) : AttendanceEvent;

    /// <summary>The earliest introduction known so far.</summary>
    public sealed record Introduced(IReadOnlyList<string> Interests, DateTimeOffset At) : AttendanceEvent;

    /// <summary>The last place is taken: the code leads on to the next group.</summary>
    public sealed record GroupFilled : AttendanceEvent;

    /// <summary>A full group has a place again.</summary>
    public sealed record PlaceFreed : AttendanceEvent;

    /// <summary>The join found every place taken.</summary>
    public sealed record Overfilled : AttendanceEvent;
}

/// <summary>
/// Who is in a group, from joins and leaves that arrive in any order and any number of times: what counts is settled by the instants
/// and the contents of the news, so every arrival order ends in the same members and the same count.
/// </summary>
public static class AttendanceRules
{
    /// <summary>The events that the command causes; none for a repeat or for news that is older than what is known.</summary>
    public static IReadOnlyList<AttendanceEvent> Decide(AttendanceCommand command, Attendance state) => command switch
    {
        AttendanceCommand.Join join when !Precedence.Counts(join, state.Member) => [],
        AttendanceCommand.Join join => WithPlaces(new AttendanceEvent.Joined(join.Name, join.Code, join.InvitedBy, join.At), state),
        AttendanceCommand.Leave leave when state.Member.LeftAt >= leave.At => [],
        AttendanceCommand.Leave leave => WithPlaces(new AttendanceEvent.Left(leave.At), state),
        AttendanceCommand.Rename rename when !Precedence.Counts(rename, state.Member) => [],
        AttendanceCommand.Rename rename => [new AttendanceEvent.Renamed(rename.Name, rename.At)],
        AttendanceCommand.Introduce introduce when !Precedence.Counts(introduce, state.Member) => [],
        AttendanceCommand.Introduce introduce => [new AttendanceEvent.Introduced(introduce.Interests, introduce.At)],
        _ => throw new UnreachableException(),
    };

    /// <summary>Group and member after the event.</summary>
    public static Attendance Evolve(Attendance state, AttendanceEvent happened) => happened switch
    {
        AttendanceEvent.Joined joined => Counted(state, state.Member with
        {
            // A card name set since the join stays (in the same second too: one has to be in to set it); an older one was another stay's.
            Name = state.Member.RenamedAt >= joined.At ? state.Member.Name : joined.Name,
            Code = joined.Code,
            InvitedBy = joined.InvitedBy,
            JoinedAt = joined.At,
        }),
        AttendanceEvent.Left left => Counted(state, state.Member with { LeftAt = left.At }),
        AttendanceEvent.Renamed renamed => state with
        {
            Member = state.Member with { Name = renamed.At < state.Member.JoinedAt ? state.Member.Name : renamed.Name, RenamedAt = renamed.At },
        },
        AttendanceEvent.Introduced introduced => state with
        {
            Member = state.Member with { Interests = introduced.Interests, IntroducedAt = introduced.At },
        },
        AttendanceEvent.GroupFilled => state with { Group = state.Group with { State = GroupState.Full } },
        AttendanceEvent.PlaceFreed => state with { Group = state.Group with { State = GroupState.Open } },
        AttendanceEvent.Overfilled => state with { Group = state.Group with { Overflow = state.Group.Overflow + 1 } },
        _ => throw new UnreachableException(),
    };

    static List<AttendanceEvent> WithPlaces(AttendanceEvent happened, Attendance before)
    {
        var after = Evolve(before, happened);
        List<AttendanceEvent> events = [happened];
        if (after.Group.MemberCount > before.Group.MemberCount && after.Group.MemberCount > after.Group.Capacity) events.Add(new AttendanceEvent.Overfilled());
        if (after.Group.State is GroupState.Open && after.Group.MemberCount >= after.Group.Capacity) events.Add(new AttendanceEvent.GroupFilled());
        if (after.Group.State is GroupState.Full && after.Group.MemberCount < after.Group.Capacity) events.Add(new AttendanceEvent.PlaceFreed());
        return events;
    }

    static Attendance Counted(Attendance before, Member after) =>
        new(before.Group with { MemberCount = before.Group.MemberCount + Presence(after) - Presence(before.Member) }, after);

    static int Presence(Member member) => member.IsPresent ? 1 : 0;
}
