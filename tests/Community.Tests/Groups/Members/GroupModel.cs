using Community.Groups;
using Community.Groups.Members;

namespace Community.Tests.Groups.Members;

/// <summary>A group with all its members, as the store would hold them.</summary>
sealed class GroupModel(Group group)
{
    readonly SortedDictionary<string, Member> members = new(StringComparer.Ordinal);

    public Group Group { get; private set; } = group;

    public int Present => members.Values.Count(member => member.IsPresent);

    /// <summary>The members in full, so that two rooms can be compared.</summary>
    public IEnumerable<string> Members => members.Values.Select(member => $"{member with { Interests = [] }} {string.Join('、', member.Interests)}");

    /// <summary>A room in which all of this has been told.</summary>
    public static GroupModel After(Group group, IEnumerable<SampleAttendance> news)
    {
        var room = new GroupModel(group);
        foreach (var told in news) room.Record(told);
        return room;
    }

    /// <summary>Decides on one piece of news and keeps what comes of it.</summary>
    public IReadOnlyList<AttendanceEvent> Record(SampleAttendance told)
    {
        var before = new Attendance(Group, members.GetValueOrDefault(told.MemberId) ?? new Member(Group.Id, told.MemberId));
        var events = AttendanceRules.Decide(told.News, before);
        var after = events.Aggregate(before, AttendanceRules.Evolve);
        if (events.Count > 0) members[told.MemberId] = after.Member;
        Group = after.Group;
        return events;
    }
}
