using System.Runtime.InteropServices;
using Community.Acquisition.Invitees;

namespace Community.Tests.Acquisition.Standings;

public class CreditTests
{
    static readonly double Grace = SampleMembershipChange.Grace.TotalSeconds;

    [Fact]
    public void First_inviter_has_the_credit()
    {
        var model = new StandingModel();
        model.RecordJoin("u1", "ann", 0);
        model.RecordJoin("u1", "bob", 1);

        Assert.Equal((1, 0), (model.StandingOf("ann").Credits, model.StandingOf("bob").Joins));
    }

    [Fact]
    public void Earlier_invitation_that_arrives_late_moves_the_credit_to_its_inviter()
    {
        var model = new StandingModel();
        model.RecordJoin("u1", "bob", 1);
        model.RecordJoin("u1", "ann", 0);

        Assert.Equal((1, 0), (model.StandingOf("ann").Credits, model.StandingOf("bob").Joins));
    }

    [Fact]
    public void Invitee_who_leaves_within_the_grace_period_is_revoked()
    {
        var model = new StandingModel();
        model.RecordJoin("u1", "ann");
        model.RecordLeave("u1", Grace - 0.001);

        Assert.Equal((0, 1), (model.StandingOf("ann").Credits, model.StandingOf("ann").Revoked));
    }

    [Fact]
    public void Invitee_who_leaves_after_the_grace_period_counts_as_departed()
    {
        var model = new StandingModel();
        model.RecordJoin("u1", "ann");
        model.RecordLeave("u1", Grace);

        var ann = model.StandingOf("ann");
        Assert.Equal((1, 0, 1), (ann.Credits, ann.Revoked, ann.Departed));
    }

    [Fact]
    public void Invitee_who_returns_within_the_grace_period_counts_for_the_first_inviter()
    {
        var model = new StandingModel();
        model.RecordJoin("u1", "ann", 0);
        model.RecordLeave("u1", 1);
        model.RecordJoin("u1", "bob", 2);

        Assert.Equal((1, 0), (model.StandingOf("ann").Credits, model.StandingOf("bob").Joins));
    }

    [Fact]
    public void Invitee_who_returns_after_the_grace_period_does_not_count()
    {
        var model = new StandingModel();
        model.RecordJoin("u1", "ann", 0);
        model.RecordLeave("u1", 1);
        model.RecordJoin("u1", "ann", Grace);

        Assert.Equal((0, 1), (model.StandingOf("ann").Credits, model.StandingOf("ann").Revoked));
    }

    [Fact]
    public void Self_invitation_does_not_count_and_a_later_invitation_does()
    {
        var model = new StandingModel();
        model.RecordJoin("ann", "ann", 0);
        Assert.Equal(0, model.StandingOf("ann").Joins);

        model.RecordJoin("ann", "bob", 1);
        Assert.Equal(1, model.StandingOf("bob").Credits);
    }

    [Fact]
    public void Known_person_does_not_count_in_a_campaign_for_newcomers()
    {
        var model = new StandingModel(newcomersOnly: true);
        model.RecordJoin("u1", null, 0);
        model.RecordJoin("u1", "ann", 1);

        Assert.Equal((0, 1), (model.StandingOf("ann").Credits, model.StandingOf("ann").Refused));
    }

    [Theory]
    [InlineData(7, false, 1)]
    [InlineData(6.9, false, 0)]
    [InlineData(6.9, true, 1)]
    public void Invitee_present_after_a_week_is_retained(double leftAfterDays, bool returnsAtOnce, int retained)
    {
        var model = new StandingModel();
        model.RecordJoin("u1", "ann");
        model.RecordLeave("u1", leftAfterDays * 86_400);
        if (returnsAtOnce) model.RecordJoin("u1", null, (leftAfterDays * 86_400) + 1);
        model.RecordLeave("u1", 9 * 86_400);

        var ann = model.StandingOf("ann");
        Assert.Equal((1, retained, 1), (ann.Credits, ann.Retained, ann.Departed));
    }

    [Fact]
    public void Campaign_without_grace_period_credits_every_join()
    {
        var person = new Invitee("spring", "u1", TimeSpan.Zero, NewcomersOnly: false)
        {
            Changes =
            [
                new MembershipChange("tea-1", Instants.Evening, IsIn: true, "ann"),
                new MembershipChange("tea-1", Instants.Evening.AddSeconds(1), IsIn: false),
            ],
        };

        Assert.Equal(ClaimState.Held, person.ClaimFor("ann").State);
    }

    [Theory]
    [InlineData(150, ClaimState.Held)]
    [InlineData(151, ClaimState.Lost)]
    [InlineData(5_001, ClaimState.Lost)]
    public void Presence_after_any_number_of_moves_is_that_of_the_last_one(int moves, ClaimState expected)
    {
        var person = new Invitee("spring", "u1", Grace: TimeSpan.FromDays(1), NewcomersOnly: false);
        for (var move = 0; move <= moves; move++)
        {
            var (at, inviter) = (Instants.Evening.AddSeconds(move), move == 0 ? "ann" : null);
            var record = new InviteeCommand.RecordChange(
                new MembershipChange("tea-1", at, IsIn: move % 2 == 0, inviter));
            person = InviteeRules.Decide(record, person).Aggregate(person, InviteeRules.Evolve);
        }

        Assert.Equal(expected, person.ClaimFor("ann").State);
    }

    [Theory]
    [Seeds(1, 20261126)]
    public void Many_moves_in_another_order_decide_the_same_claim(ulong seed)
    {
        var random = new Random((int)seed);
        var changes = Enumerable.Range(0, 400)
            .Select(move => new MembershipChange(
                random.Next(2) == 0 ? "tea-1" : "tea-2",
                Instants.Evening.AddHours(1 + (move * 0.5)),
                IsIn: random.Next(2) == 0))
            .ToList();
        var invitation = new MembershipChange("tea-1", Instants.Evening, IsIn: true, "ann");

        var inOrder = ClaimAfter(changes.Prepend(invitation));
        for (var order = 0; order < 20; order++)
        {
            random.Shuffle(CollectionsMarshal.AsSpan(changes));
            Assert.Equal(inOrder, ClaimAfter(changes.Prepend(invitation)) with { Version = inOrder.Version });
        }
    }

    [Fact]
    public void Kept_changes_are_bounded_and_include_the_first_invitation()
    {
        var person = new Invitee("spring", "u1", SampleMembershipChange.Grace, NewcomersOnly: false);
        for (var second = 0; second < 2_000; second++)
        {
            var (at, inviter) = (Instants.Evening.AddSeconds(second / 250.0), second == 10 ? "ann" : null);
            var record = new InviteeCommand.RecordChange(
                new MembershipChange("tea-1", at, IsIn: second % 2 == 0, inviter));
            person = InviteeRules.Decide(record, person).Aggregate(person, InviteeRules.Evolve);
            Assert.InRange(person.Changes.Count, 0, (2 * InviteeRules.MaxChanges) + 3);
        }

        Assert.Equal("ann", person.Invitation?.Inviter);
    }

    static Claim ClaimAfter(IEnumerable<MembershipChange> changes)
    {
        var person = new Invitee("spring", "u1", TimeSpan.FromDays(3), NewcomersOnly: false);
        foreach (var change in changes)
        {
            var record = new InviteeCommand.RecordChange(change);
            person = InviteeRules.Decide(record, person).Aggregate(person, InviteeRules.Evolve);
        }

        return person.ClaimFor("ann");
    }
}
