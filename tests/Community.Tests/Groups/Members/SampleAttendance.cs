using Community.Groups.Members;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Groups.Members;

/// <summary>
/// A report about one person, with its position in a second order of arrival and whether it is repeated there.
/// </summary>
public sealed record SampleAttendance(string MemberId, AttendanceCommand Command, int Position, bool IsRepeated)
{
    // Few members, instants and values make ties, repeats and contradictions frequent.
    static readonly Gen<DateTimeOffset> Ats =
        Gen.Choose(0, 5).Select(second => Instants.Evening.AddSeconds(second));

    static readonly Gen<string> Names = Gen.Elements("小王", "小王-上海", "大李");

    static readonly Gen<AttendanceCommand> Joins =
        from name in Names
        from code in Gen.Elements(null, "c1", "c2")
        from inviter in Gen.Elements(null, "m1", "m2")
        from at in Ats
        select (AttendanceCommand)new AttendanceCommand.Join(name, code, inviter, at);

    static readonly Gen<AttendanceCommand> Leaves =
        Ats.Select(AttendanceCommand (at) => new AttendanceCommand.Leave(at));

    static readonly Gen<AttendanceCommand> Renames =
        from name in Names
        from at in Ats
        select (AttendanceCommand)new AttendanceCommand.Rename(name, at);

    static readonly Gen<AttendanceCommand> Introductions =
        from interests in Gen.SubListOf("茶", "咖啡", "跑步")
        from at in Ats
        select (AttendanceCommand)new AttendanceCommand.Introduce([.. interests], at);

    /// <summary>Any report; most are joins and leaves.</summary>
    public static Gen<SampleAttendance> Any { get; } =
        from member in Gen.Elements("m1", "m2", "m3", "m4")
        from command in Gen.Frequency((3, Joins), (2, Leaves), (2, Renames), (1, Introductions))
        from position in Gen.Choose(0, 1000)
        from isRepeated in Gen.Elements(true, false)
        select new SampleAttendance(member, command, position, isRepeated);

    /// <summary>The same reports in another order, some of them repeated.</summary>
    public static IEnumerable<SampleAttendance> InAnotherOrder(IEnumerable<SampleAttendance> reports) =>
        reports
            .SelectMany(report => Enumerable.Repeat(report, report.IsRepeated ? 2 : 1))
            .OrderBy(report => report.Position);
}
