using Community.Acquisition.Invitees;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Acquisition.Standings;

/// <summary>A move of one person, with its place in a second order of arrival and whether it is told twice there.</summary>
public sealed record SampleMembershipChanges(string MemberId, MembershipChange Change, int Place, bool Twice)
{
    /// <summary>The grace period of the campaigns here: short, so that moves fall before, within and after it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);

    // Few people, groups and instants: so that ties, repeats and contradictions are the rule and not the exception.
    static readonly Gen<DateTimeOffset> Ats = Gen.Choose(0, 9).Select(second => Instants.Evening.AddSeconds(second));

    static readonly Gen<MembershipChange> Changes =
        from @group in Gen.Elements("tea-1", "tea-2")
        from at in Ats
        from isIn in Gen.Frequency((3, Gen.Constant(true)), (2, Gen.Constant(false)))
        from inviter in Gen.Elements(null, "ann", "bob", "m1")
        select new MembershipChange(@group, at, isIn, isIn ? inviter : null);

    public static Gen<SampleMembershipChanges> Any { get; } =
        from member in Gen.Elements("m1", "m2", "m3")
        from move in Changes
        from place in Gen.Choose(0, 1000)
        from twice in Gen.Elements(true, false)
        select new SampleMembershipChanges(member, move, place, twice);

    /// <summary>The same news as they arrive the second time: in another order, some of them repeated.</summary>
    public static IEnumerable<SampleMembershipChanges> InAnotherOrder(IEnumerable<SampleMembershipChanges> news) =>
        news.SelectMany(heard => Enumerable.Repeat(heard, heard.Twice ? 2 : 1)).OrderBy(heard => heard.Place);
}
