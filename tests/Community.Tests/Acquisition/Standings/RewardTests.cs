using Community.Acquisition.Standings;

namespace Community.Tests.Acquisition.Standings;

public class RewardTests
{
    static readonly RewardTerms Tenth = new(RewardKind.Discount, "9折", PercentOff: 10);

    static readonly RewardTerms Mug = new(RewardKind.Gift, "马克杯", CostMinor: 290, Stock: 1);

    [Fact]
    public void Tier_is_rewarded_once_when_it_is_reached()
    {
        var model = Inviting(new Tier("t1", 2, Tenth), invitees: 1);
        Assert.Empty(model.StandingOf("ann").Rewards);

        model.RecordJoin("v1", "ann", 30);
        model.RecordJoin("v2", "ann", 60);

        Assert.Equal("t1", Assert.Single(model.StandingOf("ann").Rewards).TierId);
    }

    [Fact]
    public void Lost_tier_takes_the_reward_back_and_a_regained_tier_grants_the_same_one()
    {
        var model = Inviting(new Tier("t1", 1, Tenth), invitees: 1);
        model.RecordLeave("u1", 1);
        Assert.Equal(RewardState.TakenBack, StateOf(model));

        model.RecordJoin("u2", "ann", 60);

        Assert.Equal(RewardState.Granted, StateOf(model));
        Assert.Single(model.StandingOf("ann").Rewards);
    }

    [Fact]
    public void Redeemed_reward_stays_redeemed_when_its_tier_is_lost()
    {
        var model = Inviting(new Tier("t1", 1, Tenth), invitees: 1);
        Redeem(model, "key");
        model.RecordLeave("u1", 1);

        Assert.Equal(RewardState.Redeemed, StateOf(model));
    }

    [Fact]
    public void Reward_is_redeemed_once_and_a_repeat_has_no_effect()
    {
        var model = Inviting(new Tier("t1", 1, Tenth), invitees: 1);

        Assert.IsType<StandingEvent.RewardChanged>(Assert.Single(Redeem(model, "key")));
        Assert.Empty(Redeem(model, "key"));
        Assert.IsType<StandingEvent.Refused>(Assert.Single(Redeem(model, "another")));
    }

    [Fact]
    public void Reward_that_was_taken_back_cannot_be_redeemed()
    {
        var model = Inviting(new Tier("t1", 1, Tenth), invitees: 1);
        model.RecordLeave("u1", 1);

        Assert.IsType<StandingEvent.Refused>(Assert.Single(Redeem(model, "key")));
    }

    [Fact]
    public void Gift_is_granted_when_it_is_reserved_and_needs_an_address()
    {
        var model = Inviting(new Tier("t1", 1, Mug), invitees: 1);
        Assert.Equal((RewardState.Withheld, 0), (StateOf(model), model.StandingOf("ann").CostMinor));

        model.Decide("ann", "u1", new StandingCommand.RecordReservation(Reward(model).Id, 1, IsReserved: true));
        Assert.Equal((RewardState.Granted, 290), (StateOf(model), model.StandingOf("ann").CostMinor));

        var refused = Assert.IsType<StandingEvent.Refused>(Assert.Single(Redeem(model, "key")));
        Assert.Equal("address", refused.Refusal.Field);
        Assert.IsType<StandingEvent.RewardChanged>(Assert.Single(Redeem(model, "key", "上海市")));
    }

    [Fact]
    public void Sold_out_gift_is_requested_again_when_the_standing_is_reconsidered()
    {
        var model = Inviting(new Tier("t1", 1, Mug), invitees: 1);
        model.Decide("ann", "u1", new StandingCommand.RecordReservation(Reward(model).Id, 1, IsReserved: false));
        Assert.Equal((RewardState.Withheld, StockState.SoldOut), (StateOf(model), Reward(model).Stock));

        model.Decide("ann", "u1", new StandingCommand.Reconsider(Instants.Evening));

        Assert.Equal(StockState.Wanted, Reward(model).Stock);
    }

    [Fact]
    public void Gift_that_is_taken_back_returns_to_the_stock_and_is_reserved_under_a_new_name()
    {
        var model = Inviting(new Tier("t1", 1, Mug), invitees: 1);
        var first = Reward(model).Reservation;
        model.Decide("ann", "u1", new StandingCommand.RecordReservation(Reward(model).Id, 1, IsReserved: true));
        model.RecordLeave("u1", 1);
        Assert.Equal(StockState.Returning, Reward(model).Stock);

        model.RecordJoin("u2", "ann", 60);
        Assert.Equal(RewardState.Withheld, StateOf(model));
        model.Decide("ann", "u2", new StandingCommand.RecordStockReturn(Reward(model).Id, 1, Instants.Evening));

        Assert.Equal(StockState.Wanted, Reward(model).Stock);
        Assert.NotEqual(first, Reward(model).Reservation);
        var late = new StandingCommand.RecordReservation(Reward(model).Id, 1, IsReserved: true);
        Assert.Empty(model.Decide("ann", "u2", late));
    }

    [Fact]
    public void Qualified_member_is_invited_once()
    {
        var model = new StandingModel { Terms = new InvitationTerms([], new QualifyingTarget(1, "vip-1")) };
        model.RecordJoin("u1", "ann");
        Assert.Equal(TargetState.Invited, model.StandingOf("ann").Target);

        model.RecordLeave("u1", 1);
        model.RecordJoin("u2", "ann", 60);

        var ann = model.StandingOf("ann");
        Assert.Equal((TargetState.Invited, Instants.Evening), (ann.Target, ann.TargetAt));
    }

    [Fact]
    public void Member_can_join_after_the_invitation_expired()
    {
        var model = new StandingModel { Terms = new InvitationTerms([], new QualifyingTarget(1, "vip-1")) };
        model.RecordJoin("u1", "ann");
        model.Decide("ann", "u1", new StandingCommand.ExpireTarget(Instants.Evening));
        Assert.Equal(TargetState.Expired, model.StandingOf("ann").Target);

        model.Decide("ann", "u1", new StandingCommand.JoinTarget(Instants.Evening));
        model.Decide("ann", "u1", new StandingCommand.ExpireTarget(Instants.Evening));

        Assert.Equal(TargetState.Joined, model.StandingOf("ann").Target);
    }

    static StandingModel Inviting(Tier tier, int invitees)
    {
        var model = new StandingModel(tiers: tier);
        for (var n = 1; n <= invitees; n++) model.RecordJoin($"u{n}", "ann");
        return model;
    }

    static Reward Reward(StandingModel model) => Assert.Single(model.StandingOf("ann").Rewards);

    static RewardState StateOf(StandingModel model) => model.StandingOf("ann").StateOf(Reward(model));

    static IReadOnlyList<StandingEvent> Redeem(StandingModel model, string key, string? address = null)
    {
        var redemption = new Redemption(key, Instants.Evening, address);
        return model.Decide("ann", "u1", new StandingCommand.RedeemReward(Reward(model).Id, redemption));
    }
}
