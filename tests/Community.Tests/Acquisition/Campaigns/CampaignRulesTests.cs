using Community.Acquisition.Campaigns;
using Community.Acquisition.Standings;

namespace Community.Tests.Acquisition.Campaigns;

public class CampaignRulesTests
{
    static readonly DateTimeOffset Opens = Instants.Evening;

    static readonly DateTimeOffset Closes = Opens.AddDays(3);

    static readonly DateTimeOffset Within = Opens.AddDays(1);

    static readonly Campaign Drive = new("drive-1", "双十一", CampaignMode.PosterShare, Opens, Closes, ["a"], Opens) { GiftCapMinor = 300 };

    static readonly Decider<CampaignCommand, Campaign, CampaignEvent> Rules = new(CampaignRules.Decide, CampaignRules.Evolve);

    [Fact]
    public void A_campaign_may_close_at_another_instant_while_it_is_not_over() =>
        Rules.Given(Drive).When(new CampaignCommand.Edit(Closes.AddDays(1), null, Within)).Then(new CampaignEvent.Rescheduled(Closes.AddDays(1)));

    [Fact]
    public void An_edit_that_asks_for_what_stands_changes_nothing_even_when_it_is_over() =>
        Rules.Given(Drive).When(new CampaignCommand.Edit(Closes, null, Closes)).ThenNothing();

    [Theory]
    [InlineData(0, "closesAt")]
    [InlineData(20, "closesAt")]
    public void It_closes_after_it_opened_and_not_in_the_past(int hours, string field)
    {
        var outcome = Rules.Given(Drive).When(new CampaignCommand.Edit(Opens.AddHours(hours), null, Within));

        Assert.Equal(field, Assert.IsType<CampaignEvent.Refused>(Assert.Single(outcome.Events)).Refusal.Field);
    }

    [Fact]
    public void Edited_gifts_stay_within_the_cap()
    {
        var gifts = new RewardTerms(RewardKind.Gift, "茶具", CostMinor: 301, Stock: 1);

        var refused = Assert.IsType<CampaignEvent.Refused>(Assert.Single(Rules.Given(Drive).When(new CampaignCommand.Edit(null, [(1, gifts)], Within)).Events));

        Assert.Contains("301", refused.Refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Edited_tiers_are_another_revision_of_the_terms()
    {
        var edit = new CampaignCommand.Edit(null, [(1, new RewardTerms(RewardKind.Coupon, "5元券"))], Within);

        var outcome = Rules.Given(Drive).When(edit);

        Assert.Equal(1, outcome.State.TermsRevision);
        outcome.When(edit).ThenNothing();
    }

    [Fact]
    public void A_cancelled_campaign_is_closed_at_once_and_stays_cancelled_when_it_settles()
    {
        var outcome = Rules.Given(Drive).When(new CampaignCommand.Cancel(Within)).Then(new CampaignEvent.Cancelled(Within));
        Assert.Equal((CampaignState.Cancelled, Within), (outcome.State.StateAt(Within), outcome.State.ClosesAt));

        outcome.When(new CampaignCommand.Cancel(Closes)).ThenNothing()
            .When(new CampaignCommand.Settle(Closes)).Then(new CampaignEvent.Settled(Closes));
        Assert.Equal(CampaignState.Cancelled, Rules.Given(outcome.State, new CampaignEvent.Settled(Closes)).State.StateAt(Closes));
    }

    [Fact]
    public void A_campaign_that_is_over_cannot_be_cancelled_or_edited()
    {
        Assert.IsType<CampaignEvent.Refused>(Assert.Single(Rules.Given(Drive).When(new CampaignCommand.Cancel(Closes)).Events));
        Assert.IsType<CampaignEvent.Refused>(Assert.Single(Rules.Given(Drive).When(new CampaignCommand.Edit(Closes.AddDays(9), null, Closes)).Events));
    }

    [Fact]
    public void It_settles_once() =>
        Rules.Given(Drive).When(new CampaignCommand.Settle(Closes)).Then(new CampaignEvent.Settled(Closes)).When(new CampaignCommand.Settle(Closes)).ThenNothing();

    [Theory]
    [InlineData(1, 7)]
    [InlineData(30, 30)]
    public void Moves_matter_until_the_last_grace_period_and_the_last_week_are_over(int graceDays, int days)
    {
        var drive = Drive with { Grace = TimeSpan.FromDays(graceDays) };

        Assert.True(drive.IsCountingAt(Closes.AddDays(days).AddTicks(-1)));
        Assert.False(drive.IsCountingAt(Closes.AddDays(days)));
        Assert.False(drive.IsCountingAt(Opens.AddTicks(-1)));
        Assert.True((drive with { ClosesAt = DateTimeOffset.MaxValue }).IsCountingAt(Within));
    }

    [Theory]
    [InlineData(CampaignMode.PosterShare, "ann")]
    [InlineData(CampaignMode.DirectInvite, "bob")]
    public void The_mode_says_who_invited_and_only_while_the_campaign_is_open(CampaignMode mode, string inviter)
    {
        var drive = Drive with { Mode = mode };

        Assert.Equal(inviter, drive.FindInviter(Within, codeOwner: "ann", addedBy: "bob"));
        Assert.Null(drive.FindInviter(Closes, codeOwner: "ann", addedBy: "bob"));
        Assert.Null(drive.FindInviter(Opens.AddTicks(-1), codeOwner: "ann", addedBy: "bob"));
    }
}
