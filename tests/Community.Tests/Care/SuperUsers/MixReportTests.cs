using Community.Care.SuperUsers;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Care.SuperUsers;

public sealed class MixReportTests
{
    static readonly Gen<(SuperUserMix Mix, MixCounts Counts, int Capacity)> Groups =
        from target in Gen.Choose(0, 100)
        from tolerance in Gen.Choose(0, 30)
        from super in Gen.Choose(0, 60)
        from potential in Gen.Choose(0, 120)
        from invitedSuper in Gen.Choose(0, 20)
        from invitedPotential in Gen.Choose(0, 20)
        from capacity in Gen.Choose(1, 500)
        select (
            new SuperUserMix(target / 100m, tolerance / 100m),
            new MixCounts(super, potential, invitedSuper, invitedPotential),
            capacity);

    [Theory]
    [InlineData(3, 7, MixState.Within)]
    [InlineData(35, 65, MixState.Within)]
    [InlineData(36, 64, MixState.TooMany)]
    [InlineData(24, 76, MixState.TooFew)]
    [InlineData(0, 0, MixState.TooFew)]
    public void Share_is_compared_with_30_percent_and_5_of_tolerance(int super, int potential, MixState state) =>
        Assert.Equal(state, Report(super, potential).State);

    [Fact]
    public void Empty_group_has_no_share_and_begins_with_its_places()
    {
        var report = Report(0, 0, capacity: 100);

        Assert.Null(report.Share);
        Assert.Equal((35, 75), (report.MayInviteSuper, report.MayInvitePotential));
    }

    [Fact]
    public void Super_users_are_invited_up_to_the_upper_end_of_the_band()
    {
        var report = Report(20, 80, capacity: 200);

        // 43 of 123 are 34.96 %, 44 of 124 are 35.48 %.
        Assert.Equal(23, report.MayInviteSuper);
        Assert.Equal(70, report.MayInvitePotential);
    }

    [Fact]
    public void Invitation_never_leaves_the_band_above() => Prop.ForAll(Arb.From(Groups), group =>
    {
        var (mix, counts, capacity) = group;
        var may = MixReport.Of(mix, counts, capacity).MayInviteSuper;
        var super = counts.Super + counts.InvitedSuper;
        var all = super + counts.Potential + counts.InvitedPotential;
        if (may > 0 && all > 0) Assert.True(super + may <= mix.High * (all + may));
        if (may > 0) Assert.True(super + may <= mix.High * capacity);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Invitations_never_exceed_the_places() => Prop.ForAll(Arb.From(Groups), group =>
    {
        var (mix, counts, capacity) = group;
        var report = MixReport.Of(mix, counts, capacity);
        var free = Math.Max(
            0, capacity - counts.Super - counts.Potential - counts.InvitedSuper - counts.InvitedPotential);
        Assert.InRange(report.MayInviteSuper, 0, free);
        Assert.InRange(report.MayInvitePotential, 0, free);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_super_user_more_never_lets_more_be_invited() => Prop.ForAll(Arb.From(Groups), group =>
    {
        var (mix, counts, capacity) = group;
        if (counts.Super + counts.Potential == 0) return;
        var before = MixReport.Of(mix, counts, capacity);
        var after = MixReport.Of(mix, counts with { Super = counts.Super + 1 }, capacity);
        Assert.True(after.State >= before.State);
        Assert.True(after.MayInviteSuper <= before.MayInviteSuper);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Counts_follow_a_person_from_the_invitation_to_the_leave()
    {
        var candidate = new SuperUser("regulars", "u1", Instants.Evening) { Sort = SuperUserSort.Super };
        var invited = candidate with { Status = SuperUserStatus.Invited };
        var member = invited with { Status = SuperUserStatus.Member };
        var lower = member with { Sort = SuperUserSort.None };

        Assert.Equal(MixCounts.None, MixCounts.None.After(before: null, candidate));
        var counts = MixCounts.None.After(candidate, invited);
        Assert.Equal(new MixCounts(0, 0, 1, 0), counts);
        counts = counts.After(invited, member);
        Assert.Equal(new MixCounts(1, 0, 0, 0), counts);
        counts = counts.After(member, lower);
        Assert.Equal(new MixCounts(0, 1, 0, 0), counts);
        Assert.Equal(MixCounts.None, counts.After(lower, after: null));
    }

    static MixReport Report(int super, int potential, int capacity = 200) =>
        MixReport.Of(SuperUserMix.Default, new MixCounts(super, potential, 0, 0), capacity);
}
