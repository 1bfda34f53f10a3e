namespace Community.Groups.Members;

/// <summary>
/// The members and the places of a chartered group. The order in which events arrive does not change the final members
/// and their count. <see cref="MemberRules"/> alone decide for a group without a charter, which has no places.
/// </summary>
public static class AttendanceRules
{
    /// <summary>No events for a repeat or for an older command than a known one.</summary>
    public static IReadOnlyList<AttendanceEvent> Decide(AttendanceCommand command, Attendance state)
    {
        List<AttendanceEvent> events = [.. MemberRules.Decide(command, state.Member)];
        if (events is [AttendanceEvent.Joined or AttendanceEvent.Left])
            events.AddRange(PlaceEvents(state.Group, Evolve(state, events[0]).Group));
        return events;
    }

    public static Attendance Evolve(Attendance state, AttendanceEvent happened)
    {
        var member = MemberRules.Evolve(state.Member, happened);
        var group = state.Group with
        {
            MemberCount = state.Group.MemberCount + Presence(member) - Presence(state.Member),
        };
        return new Attendance(Evolve(group, happened), member);
    }

    static Group Evolve(Group group, AttendanceEvent happened) => happened switch
    {
        AttendanceEvent.GroupFilled => group with { State = GroupState.Full },
        AttendanceEvent.PlaceFreed => group with { State = GroupState.Open },
        AttendanceEvent.Overfilled => group with { Overflow = group.Overflow + 1 },
        _ => group,
    };

    static IEnumerable<AttendanceEvent> PlaceEvents(Group before, Group after)
    {
        if (after.MemberCount > before.MemberCount && after.MemberCount > after.Capacity)
            yield return new AttendanceEvent.Overfilled();
        if (after.State is GroupState.Open && after.MemberCount >= after.Capacity)
            yield return new AttendanceEvent.GroupFilled();
        if (after.State is GroupState.Full && after.MemberCount < after.Capacity)
            yield return new AttendanceEvent.PlaceFreed();
    }

    static int Presence(Member member) => member.IsPresent ? 1 : 0;
}
