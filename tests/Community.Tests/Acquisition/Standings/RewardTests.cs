using Community.Acquisition.Standings;

namespace Community.Tests.Acquisition.Standings;

public class RewardTests
{
    static readonly RewardTerms Tenth = new(RewardKind.Discount, "9折", PercentOff: 10);

    static readonly RewardTerms Mug = new(RewardKind.Gift, "马克杯", CostMinor: 290, Stock: 1);

    [Fact]
    public void A_tier_is_rewarded_when_it_is_reached_and_once()
    {
        var drive = Inviting(new Tier("t1", 2, Tenth), invitees: 1);
        Assert.Empty(drive.StandingOf("ann").Rewards);

        drive.RecordJoin("v1", "ann", 30);
        drive.RecordJoin("v2", "ann", 60);

        Assert.Equal("t1", Assert.Single(drive.StandingOf("ann").Rewards).TierId);
    }

    [Fact]
    public void A_reward_is_taken_back_when_its_tier_is_lost_and_is_the_same_one_when_it_is_regained()
    {
        var drive = Inviting(new Tier("t1", 1, Tenth), invitees: 1);
        drive.RecordLeave("u1", 1);
        Assert.Equal(RewardState.TakenBack, StateOf(drive));

        drive.RecordJoin("u2", "ann", 60);

        Assert.Equal(RewardState.Granted, StateOf(drive));
        Assert.Single(drive.StandingOf("ann").Rewards);
    }

    [Fact]
    public void A_redeemed_reward_stays_redeemed_though_its_tier_is_lost()
    {
        var drive = Inviting(new Tier("t1", 1, Tenth), invitees: 1);
        Redeem(drive, "key");
        drive.RecordLeave("u1", 1);

        Assert.Equal(RewardState.Redeemed, StateOf(drive));
    }

    [Fact]
    public void A_reward_is_redeemed_once_and_the_same_request_may_be_repeated()
    {
        var drive = Inviting(new Tier("t1", 1, Tenth), invitees: 1);

        Assert.IsType<StandingEvent.RewardChanged>(Assert.Single(Redeem(drive, "key")));
        Assert.Empty(Redeem(drive, "key"));
        Assert.IsType<StandingEvent.Refused>(Assert.Single(Redeem(drive, "another")));
    }

    [Fact]
    public void A_reward_that_was_taken_back_cannot_be_redeemed()
    {
        var drive = Inviting(new Tier("t1", 1, Tenth), invitees: 1);
        drive.RecordLeave("u1", 1);

        Assert.IsType<StandingEvent.Refused>(Assert.Single(Redeem(drive, "key")));
    }

    [Fact]
    public void A_gift_is_granted_when_the_stock_holds_one_for_it_and_sent_to_an_address()
    {
        var drive = Inviting(new Tier("t1", 1, Mug), invitees: 1);
        Assert.Equal((RewardState.Withheld, 0), (StateOf(drive), drive.StandingOf("ann").CostMinor));

        drive.Decide("ann", "u1", new StandingCommand.RecordReservation(Reward(drive).Id, 1, IsReserved: true));
        Assert.Equal((RewardState.Granted, 290), (StateOf(drive), drive.StandingOf("ann").CostMinor));

        Assert.Equal("address", Assert.IsType<StandingEvent.Refused>(Assert.Single(Redeem(drive, "key"))).Refusal.Field);
        Assert.IsType<StandingEvent.RewardChanged>(Assert.Single(Redeem(drive, "key", "上海市")));
    }

    [Fact]
    public void A_gift_that_is_sold_out_waits_and_is_asked_for_again_when_the_campaign_settles()
    {
        var drive = Inviting(new Tier("t1", 1, Mug), invitees: 1);
        drive.Decide("ann", "u1", new StandingCommand.RecordReservation(Reward(drive).Id, 1, IsReserved: false));
        Assert.Equal((RewardState.Withheld, StockState.SoldOut), (StateOf(drive), Reward(drive).Stock));

        drive.Decide("ann", "u1", new StandingCommand.Reconsider(Instants.Evening));

        Assert.Equal(StockState.Wanted, Reward(drive).Stock);
    }

    [Fact]
    public void A_gift_that_is_taken_back_returns_to_the_stock_and_is_reserved_under_a_new_name()
    {
        var drive = Inviting(new Tier("t1", 1, Mug), invitees: 1);
        var first = Reward(drive).Reservation;
        drive.Decide("ann", "u1", new StandingCommand.RecordReservation(Reward(drive).Id, 1, IsReserved: true));
        drive.RecordLeave("u1", 1);
        Assert.Equal(StockState.Returning, Reward(drive).Stock);

        drive.RecordJoin("u2", "ann", 60);
        Assert.Equal(RewardState.Withheld, StateOf(drive));
        drive.Decide("ann", "u2", new StandingCommand.RecordStockReturn(Reward(drive).Id, 1, Instants.Evening));

        Assert.Equal(StockState.Wanted, Reward(drive).Stock);
        Assert.NotEqual(first, Reward(drive).Reservation);
        Assert.Empty(drive.Decide("ann", "u2", new StandingCommand.RecordReservation(Reward(drive).Id, 1, IsReserved: true)));
    }

    [Fact]
    public void A_qualified_member_is_invited_once()
    {
        var drive = new StandingModel { Terms = new InvitationTerms([], new QualifyingTarget(1, "vip-1")) };
        drive.RecordJoin("u1", "ann");
        Assert.Equal(TargetState.Invited, drive.StandingOf("ann").Target);

        drive.RecordLeave("u1", 1);
        drive.RecordJoin("u2", "ann", 60);

        Assert.Equal((TargetState.Invited, Instants.Evening), (drive.StandingOf("ann").Target, drive.StandingOf("ann").TargetAt));
    }

    [Fact]
    public void An_invitation_that_expired_is_still_good_for_one_who_comes_late()
    {
        var drive = new StandingModel { Terms = new InvitationTerms([], new QualifyingTarget(1, "vip-1")) };
        drive.RecordJoin("u1", "ann");
        drive.Decide("ann", "u1", new StandingCommand.ExpireTarget(Instants.Evening));
        Assert.Equal(TargetState.Expired, drive.StandingOf("ann").Target);

        drive.Decide("ann", "u1", new StandingCommand.JoinTarget(Instants.Evening));
        drive.Decide("ann", "u1", new StandingCommand.ExpireTarget(Instants.Evening));

        Assert.Equal(TargetState.Joined, drive.StandingOf("ann").Target);
    }

    static StandingModel Inviting(Tier tier, int invitees)
    {
        var drive = new StandingModel(tiers: tier);
        for (var n = 1; n <= invitees; n++) drive.RecordJoin($"u{n}", "ann");
        return drive;
    }

    static Reward Reward(StandingModel drive) => Assert.Single(drive.StandingOf("ann").Rewards);

    static RewardState StateOf(StandingModel drive) => drive.StandingOf("ann").StateOf(Reward(drive));

    static IReadOnlyList<StandingEvent> Redeem(StandingModel drive, string key, string? address = null) =>
        drive.Decide("ann", "u1", new StandingCommand.RedeemReward(Reward(drive).Id, new Redemption(key, Instants.Evening, address)));
}
