using Community.Acquisition.Standings;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Acquisition.Standings;

public class TierEditTests
{
    static readonly Gen<IReadOnlyList<(int Invites, RewardTerms Reward)>> Wanted =
        from invites in Gen.SubListOf(1, 2, 3, 4)
        from first in Gen.Choose(0, 3)
        select (IReadOnlyList<(int, RewardTerms)>)
            [.. invites.Select((count, index) => (count, Coupon((first + index) % 4)))];

    [Fact]
    public void Tier_keeps_its_id_when_its_reward_or_threshold_is_edited()
    {
        var tiers = Tiers.None.Edit([(1, Coupon(1)), (2, Coupon(2))]);

        Assert.Equal(
            [new Tier("t1", 1, Coupon(9)), new Tier("t2", 5, Coupon(2))],
            tiers.Edit([(1, Coupon(9)), (5, Coupon(2))]).All);
    }

    [Fact]
    public void Id_is_never_used_for_another_tier()
    {
        var emptied = Tiers.None.Edit([(1, Coupon(1))]).Edit([]);

        Assert.Equal("t2", Assert.Single(emptied.Edit([(1, Coupon(1))]).All).Id);
    }

    [Theory]
    [Seeds(1, 20261120)]
    public void Edit_never_takes_a_granted_reward_back(ulong seed) => Property.CheckSequences(seed, Wanted, edits =>
    {
        var model = Inviting(3);
        var tiers = Tiers.None;
        List<Reward> granted = [];
        foreach (var edit in edits)
        {
            model.Terms = new InvitationTerms((tiers = tiers.Edit(edit)).All, null);
            model.Decide("ann", "u0", new StandingCommand.Reconsider(Instants.Evening));
            var ann = model.StandingOf("ann");
            var kept = granted.Select(reward => ann.Rewards.Single(other => other.Id == reward.Id));
            Assert.All(kept, reward => Assert.Equal(RewardState.Granted, ann.StateOf(reward)));
            granted = [.. ann.Rewards];
        }
    });

    [Theory]
    [Seeds(1, 20261120)]
    public void Edit_grants_every_reached_tier_once(ulong seed) => Property.CheckSequences(seed, Wanted, edits =>
    {
        var model = Inviting(3);
        var tiers = Tiers.None;
        foreach (var edit in edits)
        {
            model.Terms = new InvitationTerms((tiers = tiers.Edit(edit)).All, null);
            model.Decide("ann", "u0", new StandingCommand.Reconsider(Instants.Evening));
            Assert.Empty(model.Decide("ann", "u0", new StandingCommand.Reconsider(Instants.Evening)));
            var held = model.StandingOf("ann").Rewards.Select(reward => reward.TierId).ToList();
            Assert.Equal(held.Distinct(), held);
            Assert.All(tiers.All.Where(tier => tier.Invites <= 3), tier => Assert.Contains(tier.Id, held));
        }
    });

    [Fact]
    public void Lower_threshold_applies_to_members_who_lost_the_higher_one()
    {
        var model = Inviting(2);
        model.Terms = new InvitationTerms([new Tier("t1", 2, Coupon(1))], null);
        model.Decide("ann", "u0", new StandingCommand.Reconsider(Instants.Evening));
        model.RecordLeave("u0", 1);
        model.Terms = new InvitationTerms([new Tier("t1", 1, Coupon(1))], null);
        model.Decide("ann", "u1", new StandingCommand.Reconsider(Instants.Evening));

        var ann = model.StandingOf("ann");
        Assert.Equal(RewardState.Granted, ann.StateOf(Assert.Single(ann.Rewards)));
    }

    static RewardTerms Coupon(int number) => new(RewardKind.Coupon, $"{number}元券");

    static StandingModel Inviting(int invitees)
    {
        var model = new StandingModel();
        for (var n = 0; n < invitees; n++) model.RecordJoin($"u{n}", "ann", n * 0.1);
        return model;
    }
}
