using Community.Groups;
using Community.Groups.Members;

namespace Community.Tests.Groups.Members;

/// <summary>A group with all its members, as the store holds them.</summary>
sealed class GroupModel(Group group)
{
    readonly SortedDictionary<string, Member> members = new(StringComparer.Ordinal);

    public Group Group { get; private set; } = group;

    public int Present => members.Values.Count(member => member.IsPresent);

    /// <summary>All members as text, with their interests, to compare two models.</summary>
    public IEnumerable<string> Members => members.Values.Select(member =>
        $"{member with { Interests = [] }} {string.Join('、', member.Interests)}");

    public static GroupModel After(Group group, IEnumerable<SampleAttendance> reports)
    {
        var model = new GroupModel(group);
        foreach (var report in reports) model.Record(report);
        return model;
    }

    /// <summary>Decides on one report and keeps the result.</summary>
    public IReadOnlyList<AttendanceEvent> Record(SampleAttendance report)
    {
        var member = members.GetValueOrDefault(report.MemberId) ?? new Member(Group.Id, report.MemberId);
        var before = new Attendance(Group, member);
        var events = AttendanceRules.Decide(report.Command, before);
        var after = events.Aggregate(before, AttendanceRules.Evolve);
        if (events.Count > 0) members[report.MemberId] = after.Member;
        Group = after.Group;
        return events;
    }
}
