using Community.Acquisition.Standings;

namespace Community.Tests.Acquisition.Standings;

public class FraudTests
{
    static readonly Tier First = new("t1", 1, new RewardTerms(RewardKind.Discount, "7折", PercentOff: 30));

    static readonly DateTimeOffset Later = Instants.Evening.AddHours(1);

    [Fact]
    public void Flagged_credit_waits_for_a_review_and_withholds_its_reward()
    {
        var model = new StandingModel(tiers: First);
        model.RecordJoin("u1", "ann");
        model.Decide("ann", "u1", new StandingCommand.FlagCredit(FraudSignal.Ring, Later));

        var ann = model.StandingOf("ann");
        Assert.Equal((0, 1), (ann.Credits, ann.UnderReview));
        Assert.Equal(RewardState.Withheld, ann.StateOf(Assert.Single(ann.Rewards)));
        Assert.Equal([FraudSignal.Ring], ann.Signals);
    }

    [Theory]
    [InlineData(true, 1, 0, RewardState.Granted)]
    [InlineData(false, 0, 1, RewardState.TakenBack)]
    public void Review_decides_the_credit_and_the_reward(bool isAccepted, int credits, int refused, RewardState reward)
    {
        var model = WithFlaggedCredit();
        model.Decide("ann", "u1", new StandingCommand.ReviewCredit(new Review(isAccepted, "小张", Later)));

        var ann = model.StandingOf("ann");
        Assert.Equal((credits, 0, refused), (ann.Credits, ann.UnderReview, ann.Refused));
        Assert.Equal(reward, ann.StateOf(Assert.Single(ann.Rewards)));
    }

    [Fact]
    public void Review_is_decided_anew_and_the_same_decision_again_changes_nothing()
    {
        var model = WithFlaggedCredit();
        Review(model, isAccepted: true);
        Assert.Empty(Review(model, isAccepted: true));

        Review(model, isAccepted: false);
        Assert.Equal((0, 1), (model.StandingOf("ann").Credits, model.StandingOf("ann").Refused));

        Review(model, isAccepted: true);
        Assert.Equal((1, 0), (model.StandingOf("ann").Credits, model.StandingOf("ann").Refused));
        Assert.Empty(model.Amendments);
    }

    [Fact]
    public void Review_that_is_decided_anew_after_the_settlement_is_an_amendment_of_its_reviewer()
    {
        var model = WithFlaggedCredit();
        Review(model, isAccepted: true);
        model.Decide("ann", null, new StandingCommand.Settle());

        Review(model, isAccepted: false);

        var amendment = Assert.Single(model.Amendments);
        Assert.Equal(("小张", 1, 0), (amendment.Reviewer, amendment.Before.Credits, amendment.After.Credits));
    }

    [Fact]
    public void Later_signal_reopens_an_accepted_credit_until_it_is_accepted_again()
    {
        var model = WithFlaggedCredit();
        Review(model, isAccepted: true);

        model.Decide("ann", "u1", new StandingCommand.FlagCredit(FraudSignal.Burst, Later));
        Assert.Equal((0, 1), (model.StandingOf("ann").Credits, model.StandingOf("ann").UnderReview));

        Review(model, isAccepted: true);
        Assert.Equal((1, 0), (model.StandingOf("ann").Credits, model.StandingOf("ann").UnderReview));
    }

    [Fact]
    public void Later_signal_does_not_reopen_a_refused_credit()
    {
        var model = WithFlaggedCredit();
        Review(model, isAccepted: false);

        model.Decide("ann", "u1", new StandingCommand.FlagCredit(FraudSignal.Burst, Later));

        Assert.Equal((0, 1), (model.StandingOf("ann").UnderReview, model.StandingOf("ann").Refused));
    }

    [Fact]
    public void Review_of_a_credit_without_signals_is_refused()
    {
        var model = new StandingModel(tiers: First);
        model.RecordJoin("u1", "ann");

        AssertRefused(model.Decide("ann", "u1", new StandingCommand.ReviewCredit(new Review(true, "小张", Later))));
        AssertRefused(model.Decide("ann", "u2", new StandingCommand.ReviewCredit(new Review(true, "小张", Later))));
    }

    [Fact]
    public void Accepted_credit_is_lost_when_the_invitee_leaves_within_the_grace_period()
    {
        var model = WithFlaggedCredit();
        model.Decide("ann", "u1", new StandingCommand.ReviewCredit(new Review(true, "小张", Later)));
        model.RecordLeave("u1", 1);

        Assert.Equal((0, 1), (model.StandingOf("ann").Credits, model.StandingOf("ann").Revoked));
    }

    [Fact]
    public void Last_invitee_to_leave_a_rewarded_inviter_is_flagged()
    {
        var model = new StandingModel(tiers: First);
        for (var n = 0; n < StandingRules.MinCreditsForHollow; n++) model.RecordJoin($"u{n}", "ann", n * 20);
        for (var n = 0; n < StandingRules.MinCreditsForHollow; n++)
        {
            Assert.DoesNotContain(FraudSignal.Hollow, model.StandingOf("ann").Signals);
            model.RecordLeave($"u{n}", 100 + n);
        }

        var ann = model.StandingOf("ann");
        Assert.Equal((StandingRules.MinCreditsForHollow - 1, 1), (ann.Credits, ann.UnderReview));
        Assert.Equal([FraudSignal.Hollow], ann.Signals);
    }

    [Fact]
    public void Ten_joins_within_ten_seconds_are_a_burst_and_nine_are_not()
    {
        Assert.Empty(Burst.FindInvitees(Invitees(Burst.Size - 1, 0.5), "u0"));
        Assert.Equal(Burst.Size, Burst.FindInvitees(Invitees(Burst.Size, 0.5), "u0").Count);
        Assert.Empty(Burst.FindInvitees(Invitees(Burst.Size, 60), "u0"));
    }

    [Fact]
    public void Burst_includes_only_joins_within_the_window()
    {
        IReadOnlyList<RecentInvitee> latest =
        [
            new RecentInvitee("early", Instants.Evening.AddMinutes(-5)),
            .. Invitees(Burst.Size, 0.5),
            new RecentInvitee("late", Instants.Evening.AddMinutes(5)),
        ];

        Assert.DoesNotContain("early", Burst.FindInvitees(latest, "u3"));
        Assert.DoesNotContain("late", Burst.FindInvitees(latest, "u3"));
        Assert.Empty(Burst.FindInvitees(latest, "late"));
    }

    static IReadOnlyList<StandingEvent> Review(StandingModel model, bool isAccepted) =>
        model.Decide("ann", "u1", new StandingCommand.ReviewCredit(new Review(isAccepted, "小张", Later)));

    static void AssertRefused(IReadOnlyList<StandingEvent> events) =>
        Assert.IsType<StandingEvent.Refused>(Assert.Single(events));

    static List<RecentInvitee> Invitees(int count, double apart) => [.. Enumerable.Range(0, count)
        .Select(n => new RecentInvitee($"u{n}", Instants.Evening.AddSeconds(n * apart)))];

    static StandingModel WithFlaggedCredit()
    {
        var model = new StandingModel(tiers: First);
        model.RecordJoin("u1", "ann");
        model.Decide("ann", "u1", new StandingCommand.FlagCredit(FraudSignal.SecondIdentity, Later));
        return model;
    }
}
