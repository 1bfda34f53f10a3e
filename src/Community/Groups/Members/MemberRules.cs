using System.Diagnostics;

namespace Community.Groups.Members;

/// <summary>
/// The stays of one person in a group, from events that arrive in any order and any number of times. Instants and
/// contents decide which of them count, so that every arrival order ends in the same member.
/// </summary>
public static class MemberRules
{
    /// <summary>No event for a repeat or for an older command than a known one.</summary>
    public static IReadOnlyList<AttendanceEvent> Decide(AttendanceCommand command, Member member) => command switch
    {
        AttendanceCommand.Join join when !Precedence.Counts(join, member) => [],
        AttendanceCommand.Join join => [new AttendanceEvent.Joined(join.Name, join.Code, join.InvitedBy, join.At)],
        AttendanceCommand.Leave leave when member.LeftAt >= leave.At => [],
        AttendanceCommand.Leave leave => [new AttendanceEvent.Left(leave.At)],
        AttendanceCommand.Rename rename when !Precedence.Counts(rename, member) => [],
        AttendanceCommand.Rename rename => [new AttendanceEvent.Renamed(rename.Name, rename.At)],
        AttendanceCommand.Introduce introduce when !Precedence.Counts(introduce, member) => [],
        AttendanceCommand.Introduce introduce => [new AttendanceEvent.Introduced(introduce.Interests, introduce.At)],
        _ => throw new UnreachableException(),
    };

    public static Member Evolve(Member member, AttendanceEvent happened) => happened switch
    {
        AttendanceEvent.Joined joined => member with
        {
            // A card name of the same second belongs to this stay, because only a present member can set one.
            Name = member.RenamedAt >= joined.At ? member.Name : joined.Name,
            Code = joined.Code,
            InvitedBy = joined.InvitedBy,
            JoinedAt = joined.At,
        },
        AttendanceEvent.Left left => member with { LeftAt = left.At },
        AttendanceEvent.Renamed renamed => member with
        {
            Name = renamed.At < member.JoinedAt ? member.Name : renamed.Name,
            RenamedAt = renamed.At,
        },
        AttendanceEvent.Introduced introduced => member with
        {
            Interests = introduced.Interests,
            IntroducedAt = introduced.At,
        },
        AttendanceEvent.GroupFilled or AttendanceEvent.PlaceFreed or AttendanceEvent.Overfilled => member,
        _ => throw new UnreachableException(),
    };
}
