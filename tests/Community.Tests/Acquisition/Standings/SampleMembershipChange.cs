using Community.Acquisition.Invitees;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Acquisition.Standings;

/// <summary>
/// A join or leave of one person, with its position in a second order of arrival and whether it is repeated there.
/// </summary>
public sealed record SampleMembershipChange(string MemberId, MembershipChange Change, int Position, bool IsRepeated)
{
    /// <summary>A short grace period, so that changes fall before, within and after it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);

    // Few people, groups and instants make ties, repeats and contradictions frequent.
    static readonly Gen<DateTimeOffset> Instant =
        Gen.Choose(0, 9).Select(second => Instants.Evening.AddSeconds(second));

    static readonly Gen<MembershipChange> AnyChange =
        from @group in Gen.Elements("tea-1", "tea-2")
        from at in Instant
        from isIn in Gen.Frequency((3, Gen.Constant(true)), (2, Gen.Constant(false)))
        from inviter in Gen.Elements(null, "ann", "bob", "m1")
        select new MembershipChange(@group, at, isIn, isIn ? inviter : null);

    public static Gen<SampleMembershipChange> Any { get; } =
        from member in Gen.Elements("m1", "m2", "m3")
        from change in AnyChange
        from position in Gen.Choose(0, 1000)
        from isRepeated in Gen.Elements(true, false)
        select new SampleMembershipChange(member, change, position, isRepeated);

    /// <summary>The same changes in another order, some of them repeated.</summary>
    public static IEnumerable<SampleMembershipChange> InAnotherOrder(IEnumerable<SampleMembershipChange> changes) =>
        changes
            .SelectMany(change => Enumerable.Repeat(change, change.IsRepeated ? 2 : 1))
            .OrderBy(change => change.Position);
}
