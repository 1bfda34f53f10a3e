using Community.Acquisition.Standings;

namespace Community.Tests.Acquisition.Standings;

public class FraudTests
{
    static readonly Tier First = new("t1", 1, new RewardTerms(RewardKind.Discount, "7折", PercentOff: 30));

    static readonly DateTimeOffset Later = Instants.Evening.AddHours(1);

    [Fact]
    public void A_flagged_credit_waits_for_a_decision_and_withholds_the_reward_that_depends_on_it()
    {
        var drive = new StandingModel(tiers: First);
        drive.RecordJoin("u1", "ann");
        drive.Decide("ann", "u1", new StandingCommand.FlagCredit(FraudSignal.Ring, Later));

        var ann = drive.StandingOf("ann");
        Assert.Equal((0, 1), (ann.Credits, ann.UnderReview));
        Assert.Equal(RewardState.Withheld, ann.StateOf(Assert.Single(ann.Rewards)));
        Assert.Equal([FraudSignal.Ring], ann.Signals);
    }

    [Theory]
    [InlineData(true, 1, 0, RewardState.Granted)]
    [InlineData(false, 0, 1, RewardState.TakenBack)]
    public void The_decision_settles_the_credit_and_the_reward(bool accepted, int credits, int refused, RewardState reward)
    {
        var drive = Doubtful();
        drive.Decide("ann", "u1", new StandingCommand.ReviewCredit(new Review(accepted, "小张", Later)));

        var ann = drive.StandingOf("ann");
        Assert.Equal((credits, 0, refused), (ann.Credits, ann.UnderReview, ann.Refused));
        Assert.Equal(reward, ann.StateOf(Assert.Single(ann.Rewards)));
    }

    [Fact]
    public void A_decision_is_made_once()
    {
        var drive = Doubtful();
        drive.Decide("ann", "u1", new StandingCommand.ReviewCredit(new Review(true, "小张", Later)));

        Assert.Empty(drive.Decide("ann", "u1", new StandingCommand.ReviewCredit(new Review(true, "小李", Later))));
        Assert.IsType<StandingEvent.Refused>(Assert.Single(drive.Decide("ann", "u1", new StandingCommand.ReviewCredit(new Review(false, "小李", Later)))));
    }

    [Fact]
    public void There_is_nothing_to_decide_about_a_credit_that_nobody_doubts()
    {
        var drive = new StandingModel(tiers: First);
        drive.RecordJoin("u1", "ann");

        Assert.IsType<StandingEvent.Refused>(Assert.Single(drive.Decide("ann", "u1", new StandingCommand.ReviewCredit(new Review(true, "小张", Later)))));
        Assert.IsType<StandingEvent.Refused>(Assert.Single(drive.Decide("ann", "u2", new StandingCommand.ReviewCredit(new Review(true, "小张", Later)))));
    }

    [Fact]
    public void An_accepted_credit_is_still_lost_when_the_invitee_leaves_too_soon()
    {
        var drive = Doubtful();
        drive.Decide("ann", "u1", new StandingCommand.ReviewCredit(new Review(true, "小张", Later)));
        drive.RecordLeave("u1", 1);

        Assert.Equal((0, 1), (drive.StandingOf("ann").Credits, drive.StandingOf("ann").Revoked));
    }

    [Fact]
    public void When_everyone_whom_a_rewarded_inviter_brought_has_gone_the_last_to_go_is_doubtful()
    {
        var drive = new StandingModel(tiers: First);
        for (var n = 0; n < StandingRules.MinCreditsForHollow; n++) drive.RecordJoin($"u{n}", "ann", n * 20);
        for (var n = 0; n < StandingRules.MinCreditsForHollow; n++)
        {
            Assert.DoesNotContain(FraudSignal.Hollow, drive.StandingOf("ann").Signals);
            drive.RecordLeave($"u{n}", 100 + n);
        }

        var ann = drive.StandingOf("ann");
        Assert.Equal((StandingRules.MinCreditsForHollow - 1, 1), (ann.Credits, ann.UnderReview));
        Assert.Equal([FraudSignal.Hollow], ann.Signals);
    }

    [Fact]
    public void Ten_who_come_within_ten_seconds_are_a_burst_and_nine_are_none()
    {
        Assert.Empty(Burst.FindInvitees(Invitees(Burst.Size - 1, 0.5), "u0"));
        Assert.Equal(Burst.Size, Burst.FindInvitees(Invitees(Burst.Size, 0.5), "u0").Count);
        Assert.Empty(Burst.FindInvitees(Invitees(Burst.Size, 60), "u0"));
    }

    [Fact]
    public void Only_those_who_came_close_together_belong_to_the_burst()
    {
        IReadOnlyList<RecentInvitee> latest = [new RecentInvitee("early", Instants.Evening.AddMinutes(-5)), .. Invitees(Burst.Size, 0.5), new RecentInvitee("late", Instants.Evening.AddMinutes(5))];

        Assert.DoesNotContain("early", Burst.FindInvitees(latest, "u3"));
        Assert.DoesNotContain("late", Burst.FindInvitees(latest, "u3"));
        Assert.Empty(Burst.FindInvitees(latest, "late"));
    }

    static List<RecentInvitee> Invitees(int count, double apart) =>
        [.. Enumerable.Range(0, count).Select(n => new RecentInvitee($"u{n}", Instants.Evening.AddSeconds(n * apart)))];

    static StandingModel Doubtful()
    {
        var drive = new StandingModel(tiers: First);
        drive.RecordJoin("u1", "ann");
        drive.Decide("ann", "u1", new StandingCommand.FlagCredit(FraudSignal.SecondIdentity, Later));
        return drive;
    }
}
