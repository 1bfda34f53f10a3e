using Community.Selling.Conversions;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Selling.Conversions;

public class ArmsTests
{
    static readonly Gen<(string[] Groups, double Share, int Seed)> Any =
        from count in Gen.Choose(1, 60)
        from share in Gen.Choose(0, 100)
        from seed in Gen.Choose(0, int.MaxValue)
        select (Enumerable.Range(0, count).Select(n => $"group-{n}").ToArray(), share / 100.0, seed);

    [Theory]
    [Seeds(1, 20261124)]
    public void The_holdout_has_the_requested_share_and_depends_on_the_seed_only(ulong seed) =>
        Property.Check(seed, Any, any =>
        {
            var arms = ArmAssignment.Assign(any.Groups, any.Share, any.Seed);

            Assert.Equal(any.Groups, arms.Select(arm => arm.GroupId));
            Assert.InRange(
                arms.Count(arm => arm.Arm is Arm.LinkOnly),
                (any.Groups.Length * any.Share) - 0.5,
                (any.Groups.Length * any.Share) + 0.5);
            Assert.Equal(
                arms.OrderBy(arm => arm.GroupId),
                ArmAssignment.Assign([.. any.Groups.Reverse()], any.Share, any.Seed).OrderBy(arm => arm.GroupId));
        });

    /// <summary>Each of ten groups is held out by half of the seeds, give or take four standard deviations.</summary>
    [Fact]
    public void No_group_is_favoured()
    {
        string[] groups = [.. Enumerable.Range(0, 10).Select(n => $"group-{n}")];
        var chosen = Enumerable.Range(0, 1000).SelectMany(
            seed => ArmAssignment.Assign(groups, 0.5, seed)).Where(
                arm => arm.Arm is Arm.LinkOnly).CountBy(arm => arm.GroupId);

        Assert.All(chosen, group => Assert.InRange(group.Value, 437, 563));
    }
}
