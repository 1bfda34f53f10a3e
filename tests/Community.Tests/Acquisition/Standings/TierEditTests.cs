using Community.Acquisition.Standings;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Acquisition.Standings;

public class TierEditTests
{
    static readonly Gen<IReadOnlyList<(int Invites, RewardTerms Reward)>> Wanted =
        from invites in Gen.SubListOf(1, 2, 3, 4)
        from first in Gen.Choose(0, 3)
        select (IReadOnlyList<(int, RewardTerms)>)[.. invites.Select((count, index) => (count, Coupon((first + index) % 4)))];

    [Fact]
    public void A_tier_keeps_its_id_when_its_reward_or_its_threshold_is_edited()
    {
        var tiers = Tiers.None.Edit([(1, Coupon(1)), (2, Coupon(2))]);

        Assert.Equal([new Tier("t1", 1, Coupon(9)), new Tier("t2", 5, Coupon(2))], tiers.Edit([(1, Coupon(9)), (5, Coupon(2))]).All);
    }

    [Fact]
    public void An_id_is_never_given_to_another_tier()
    {
        var emptied = Tiers.None.Edit([(1, Coupon(1))]).Edit([]);

        Assert.Equal("t2", Assert.Single(emptied.Edit([(1, Coupon(1))]).All).Id);
    }

    [Theory]
    [Seeds(1, 20261120)]
    public void Editing_never_takes_back_what_was_granted(ulong seed) => Property.CheckSequences(seed, Wanted, edits =>
    {
        var drive = Inviting(3);
        var tiers = Tiers.None;
        List<Reward> granted = [];
        foreach (var edit in edits)
        {
            drive.Terms = new InvitationTerms((tiers = tiers.Edit(edit)).All, null);
            drive.Decide("ann", "u0", new StandingCommand.Reconsider(Instants.Evening));
            var ann = drive.StandingOf("ann");
            Assert.All(granted, reward => Assert.Equal(RewardState.Granted, ann.StateOf(ann.Rewards.Single(one => one.Id == reward.Id))));
            granted = [.. ann.Rewards];
        }
    });

    [Theory]
    [Seeds(1, 20261120)]
    public void Editing_never_grants_one_tier_twice_and_grants_every_tier_that_is_reached(ulong seed) => Property.CheckSequences(seed, Wanted, edits =>
    {
        var drive = Inviting(3);
        var tiers = Tiers.None;
        foreach (var edit in edits)
        {
            drive.Terms = new InvitationTerms((tiers = tiers.Edit(edit)).All, null);
            drive.Decide("ann", "u0", new StandingCommand.Reconsider(Instants.Evening));
            Assert.Empty(drive.Decide("ann", "u0", new StandingCommand.Reconsider(Instants.Evening)));
            var held = drive.StandingOf("ann").Rewards.Select(reward => reward.TierId).ToList();
            Assert.Equal(held.Distinct(), held);
            Assert.All(tiers.All.Where(tier => tier.Invites <= 3), tier => Assert.Contains(tier.Id, held));
        }
    });

    [Fact]
    public void A_lower_threshold_holds_for_those_who_lost_the_higher_one()
    {
        var drive = Inviting(2);
        drive.Terms = new InvitationTerms([new Tier("t1", 2, Coupon(1))], null);
        drive.Decide("ann", "u0", new StandingCommand.Reconsider(Instants.Evening));
        drive.RecordLeave("u0", 1);
        drive.Terms = new InvitationTerms([new Tier("t1", 1, Coupon(1))], null);
        drive.Decide("ann", "u1", new StandingCommand.Reconsider(Instants.Evening));

        Assert.Equal(RewardState.Granted, drive.StandingOf("ann").StateOf(Assert.Single(drive.StandingOf("ann").Rewards)));
    }

    static RewardTerms Coupon(int number) => new(RewardKind.Coupon, $"{number}元券");

    static StandingModel Inviting(int invitees)
    {
        var drive = new StandingModel();
        for (var n = 0; n < invitees; n++) drive.RecordJoin($"u{n}", "ann", n * 0.1);
        return drive;
    }
}
