using Community.Acquisition.Campaigns;
using Community.Acquisition.Standings;
using Community.Platform;

namespace Community.Tests.Acquisition.Campaigns;

public class CampaignRulesTests
{
    static readonly DateTimeOffset Opens = Instants.Evening;

    static readonly DateTimeOffset Closes = Opens.AddDays(3);

    static readonly DateTimeOffset Within = Opens.AddDays(1);

    static readonly Campaign Sample = new("drive-1", "双十一", CampaignMode.PosterShare, Opens, Closes, ["a"], Opens)
    {
        GiftCapMinor = 300,
    };

    static readonly Decider<CampaignCommand, Campaign, CampaignEvent> Rules =
        new(CampaignRules.Decide, CampaignRules.Evolve);

    [Fact]
    public void Open_campaign_can_close_at_another_instant() =>
        Rules.Given(Sample)
            .When(new CampaignCommand.Edit(Closes.AddDays(1), null, Within))
            .Then(new CampaignEvent.Rescheduled(Closes.AddDays(1)));

    [Fact]
    public void Edit_without_a_change_has_no_effect_even_after_the_campaign() =>
        Rules.Given(Sample).When(new CampaignCommand.Edit(Closes, null, Closes)).ThenNothing();

    [Theory]
    [InlineData(0, "closesAt")]
    [InlineData(20, "closesAt")]
    public void Closing_before_the_opening_or_in_the_past_is_refused(int hours, string field)
    {
        var outcome = Rules.Given(Sample).When(new CampaignCommand.Edit(Opens.AddHours(hours), null, Within));

        Assert.Equal(field, Assert.IsType<CampaignEvent.Refused>(Assert.Single(outcome.Events)).Refusal.Field);
    }

    [Fact]
    public void Edited_gifts_above_the_cap_are_refused()
    {
        var gifts = new RewardTerms(RewardKind.Gift, "茶具", CostMinor: 301, Stock: 1);

        var outcome = Rules.Given(Sample).When(new CampaignCommand.Edit(null, [(1, gifts)], Within));

        var refused = Assert.IsType<CampaignEvent.Refused>(Assert.Single(outcome.Events));
        Assert.Contains("301", refused.Refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Next_step_is_changed_and_cleared_and_may_not_pay_for_sharing()
    {
        var told = Rules.Given(Sample).When(NextStep("周三晚上有新茶品鉴，记得来")).State;

        Assert.Equal("周三晚上有新茶品鉴，记得来", told.NextStep);
        Rules.Given(told).When(NextStep(told.NextStep)).ThenNothing();
        Assert.Null(Rules.Given(told).When(NextStep(null)).State.NextStep);
        var finding = Assert.Single(Rules.Given(Sample).When(NextStep("转发朋友圈领红包")).State.Findings);
        Assert.Equal("nextStep", finding.Field);
    }

    [Fact]
    public void Edited_tiers_increase_the_revision_of_the_terms()
    {
        var edit = new CampaignCommand.Edit(null, [(1, new RewardTerms(RewardKind.Coupon, "5元券"))], Within);

        var outcome = Rules.Given(Sample).When(edit);

        Assert.Equal(1, outcome.State.TermsRevision);
        outcome.When(edit).ThenNothing();
    }

    [Fact]
    public void Groups_are_added_after_the_others_and_a_repeat_has_no_effect()
    {
        var edit = new CampaignCommand.Edit(null, null, Within, ["a", "b"]);

        var outcome = Rules.Given(Sample).When(edit);

        Assert.Equal(["b"], Assert.IsType<CampaignEvent.GroupsAdded>(Assert.Single(outcome.Events)).GroupIds);
        Assert.Equal(["a", "b"], outcome.State.GroupIds);
        Assert.Equal(1, outcome.State.GroupCountBefore);
        outcome.When(edit).ThenNothing();
    }

    [Theory]
    [InlineData("b")]
    [InlineData("b", "a")]
    public void Groups_are_not_removed_or_moved(params string[] groups)
    {
        var outcome = Rules.Given(Sample).When(new CampaignCommand.Edit(null, null, Within, groups));

        Assert.Equal("groupIds", Assert.IsType<CampaignEvent.Refused>(Assert.Single(outcome.Events)).Refusal.Field);
    }

    [Fact]
    public void Cancelled_campaign_closes_at_once_and_stays_cancelled_when_it_settles()
    {
        var outcome = Rules.Given(Sample)
            .When(new CampaignCommand.Cancel(Within)).Then(new CampaignEvent.Cancelled(Within));
        Assert.Equal((CampaignState.Cancelled, Within), (outcome.State.StateAt(Within), outcome.State.ClosesAt));

        outcome.When(new CampaignCommand.Cancel(Closes)).ThenNothing()
            .When(new CampaignCommand.Settle(Closes)).Then(new CampaignEvent.Settled(Closes));
        var settled = Rules.Given(outcome.State, new CampaignEvent.Settled(Closes)).State;
        Assert.Equal(CampaignState.Cancelled, settled.StateAt(Closes));
    }

    [Fact]
    public void Closed_campaign_cannot_be_cancelled_or_edited()
    {
        var cancelled = Rules.Given(Sample).When(new CampaignCommand.Cancel(Closes));
        var edited = Rules.Given(Sample).When(new CampaignCommand.Edit(Closes.AddDays(9), null, Closes));

        Assert.IsType<CampaignEvent.Refused>(Assert.Single(cancelled.Events));
        Assert.IsType<CampaignEvent.Refused>(Assert.Single(edited.Events));
    }

    [Fact]
    public void Campaign_settles_once() =>
        Rules.Given(Sample)
            .When(new CampaignCommand.Settle(Closes)).Then(new CampaignEvent.Settled(Closes))
            .When(new CampaignCommand.Settle(Closes)).ThenNothing();

    [Theory]
    [InlineData(1, 7)]
    [InlineData(30, 30)]
    public void Changes_count_until_the_last_grace_period_and_the_last_week_are_over(int graceDays, int days)
    {
        var campaign = Sample with { Grace = TimeSpan.FromDays(graceDays) };

        Assert.True(campaign.IsCountingAt(Closes.AddDays(days).AddTicks(-1)));
        Assert.False(campaign.IsCountingAt(Closes.AddDays(days)));
        Assert.False(campaign.IsCountingAt(Opens.AddTicks(-1)));
        Assert.True((campaign with { ClosesAt = DateTimeOffset.MaxValue }).IsCountingAt(Within));
    }

    [Theory]
    [InlineData(CampaignMode.PosterShare, "ann")]
    [InlineData(CampaignMode.DirectInvite, "bob")]
    public void Mode_decides_the_inviter_while_the_campaign_is_open(CampaignMode mode, string inviter)
    {
        var campaign = Sample with { Mode = mode };

        Assert.Equal(inviter, campaign.FindInviter(Within, codeOwner: "ann", addedBy: "bob"));
        Assert.Null(campaign.FindInviter(Closes, codeOwner: "ann", addedBy: "bob"));
        Assert.Null(campaign.FindInviter(Opens.AddTicks(-1), codeOwner: "ann", addedBy: "bob"));
    }

    static CampaignCommand.Edit NextStep(string? text) =>
        new(null, null, Within) { NextStep = new Optional<string?>(text) };
}
