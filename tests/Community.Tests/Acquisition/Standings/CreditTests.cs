using Community.Acquisition.Invitees;

namespace Community.Tests.Acquisition.Standings;

public class CreditTests
{
    static readonly double Grace = SampleMembershipChanges.Grace.TotalSeconds;

    [Fact]
    public void The_first_inviter_has_the_credit()
    {
        var drive = new StandingModel();
        drive.RecordJoin("u1", "ann", 0);
        drive.RecordJoin("u1", "bob", 1);

        Assert.Equal((1, 0), (drive.StandingOf("ann").Credits, drive.StandingOf("bob").Joins));
    }

    [Fact]
    public void An_earlier_invitation_that_becomes_known_late_moves_the_credit_to_its_inviter()
    {
        var drive = new StandingModel();
        drive.RecordJoin("u1", "bob", 1);
        drive.RecordJoin("u1", "ann", 0);

        Assert.Equal((1, 0), (drive.StandingOf("ann").Credits, drive.StandingOf("bob").Joins));
    }

    [Fact]
    public void An_invitee_who_leaves_within_the_grace_period_is_taken_back()
    {
        var drive = new StandingModel();
        drive.RecordJoin("u1", "ann");
        drive.RecordLeave("u1", Grace - 0.001);

        Assert.Equal((0, 1), (drive.StandingOf("ann").Credits, drive.StandingOf("ann").Revoked));
    }

    [Fact]
    public void An_invitee_who_leaves_when_the_grace_period_is_over_still_counts_and_is_known_to_be_gone()
    {
        var drive = new StandingModel();
        drive.RecordJoin("u1", "ann");
        drive.RecordLeave("u1", Grace);

        Assert.Equal((1, 0, 1), (drive.StandingOf("ann").Credits, drive.StandingOf("ann").Revoked, drive.StandingOf("ann").Departed));
    }

    [Fact]
    public void One_who_leaves_and_is_back_before_the_grace_period_ends_counts_for_the_first_inviter()
    {
        var drive = new StandingModel();
        drive.RecordJoin("u1", "ann", 0);
        drive.RecordLeave("u1", 1);
        drive.RecordJoin("u1", "bob", 2);

        Assert.Equal((1, 0), (drive.StandingOf("ann").Credits, drive.StandingOf("bob").Joins));
    }

    [Fact]
    public void One_who_is_back_only_after_the_grace_period_does_not_count()
    {
        var drive = new StandingModel();
        drive.RecordJoin("u1", "ann", 0);
        drive.RecordLeave("u1", 1);
        drive.RecordJoin("u1", "ann", Grace);

        Assert.Equal((0, 1), (drive.StandingOf("ann").Credits, drive.StandingOf("ann").Revoked));
    }

    [Fact]
    public void Nobody_invites_themselves_but_may_be_invited_by_another_afterwards()
    {
        var drive = new StandingModel();
        drive.RecordJoin("ann", "ann", 0);
        Assert.Equal(0, drive.StandingOf("ann").Joins);

        drive.RecordJoin("ann", "bob", 1);
        Assert.Equal(1, drive.StandingOf("bob").Credits);
    }

    [Fact]
    public void One_whom_the_brand_knew_before_does_not_count_in_a_campaign_for_newcomers()
    {
        var drive = new StandingModel(newcomersOnly: true);
        drive.RecordJoin("u1", null, 0);
        drive.RecordJoin("u1", "ann", 1);

        Assert.Equal((0, 1), (drive.StandingOf("ann").Credits, drive.StandingOf("ann").Refused));
    }

    [Theory]
    [InlineData(7, false, 1)]
    [InlineData(6.9, false, 0)]
    [InlineData(6.9, true, 1)]
    public void Who_is_there_after_a_week_has_been_retained_whatever_was_between(double leftAfterDays, bool isBackAtOnce, int retained)
    {
        var drive = new StandingModel();
        drive.RecordJoin("u1", "ann");
        drive.RecordLeave("u1", leftAfterDays * 86_400);
        if (isBackAtOnce) drive.RecordJoin("u1", null, (leftAfterDays * 86_400) + 1);
        drive.RecordLeave("u1", 9 * 86_400);

        Assert.Equal((1, retained, 1), (drive.StandingOf("ann").Credits, drive.StandingOf("ann").Retained, drive.StandingOf("ann").Departed));
    }

    [Fact]
    public void A_campaign_without_grace_credits_whoever_comes_for_good()
    {
        var person = new Invitee("spring", "u1", TimeSpan.Zero, NewcomersOnly: false)
        {
            Changes = [new MembershipChange("tea-1", Instants.Evening, IsIn: true, "ann"), new MembershipChange("tea-1", Instants.Evening.AddSeconds(1), IsIn: false)],
        };

        Assert.Equal(ClaimState.Held, person.ClaimFor("ann").State);
    }

    [Fact]
    public void What_is_kept_of_one_person_is_bounded_and_the_first_invitation_is_never_forgotten()
    {
        var person = new Invitee("spring", "u1", SampleMembershipChanges.Grace, NewcomersOnly: false);
        for (var second = 0; second < 2_000; second++)
        {
            var change = new MembershipChange("tea-1", Instants.Evening.AddSeconds(second / 250.0), second % 2 == 0, second == 10 ? "ann" : null);
            person = InviteeRules.Decide(new InviteeCommand.RecordChange(change), person).Aggregate(person, InviteeRules.Evolve);
            Assert.InRange(person.Changes.Count, 0, InviteeRules.MaxChanges + 1);
        }

        Assert.Equal("ann", person.Invitation?.Inviter);
    }
}
