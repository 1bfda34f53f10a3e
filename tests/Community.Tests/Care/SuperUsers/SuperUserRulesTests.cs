using Community.Care.SuperUsers;
using Community.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Care.SuperUsers;

public sealed class SuperUserRulesTests
{
    static readonly DateTimeOffset At = Instants.Evening;

    static readonly Decider<SuperUserCommand, SuperUser, SuperUserEvent> Rules =
        new(SuperUserRules.Decide, SuperUserRules.Evolve);

    static readonly SuperUser Candidate =
        new("regulars", "u1", At) { Sort = SuperUserSort.Super, Figures = new(50_000, 2, 0, 0) };

    static readonly SuperUser Member =
        Candidate with { Status = SuperUserStatus.Member, JoinedAs = SuperUserSort.Super };

    static readonly SuperUser Doubtful = Member with
    {
        Status = SuperUserStatus.UnderReview,
        Sort = SuperUserSort.None,
        ReviewedIn = "2027-Q1",
    };

    static readonly Gen<SuperUserCommand> Commands = Gen.Choose(0, 6).SelectMany(kind => kind switch
    {
        0 => Gen.Elements(Enum.GetValues<SuperUserSort>()).Select<SuperUserSort, SuperUserCommand>(
            sort => new SuperUserCommand.Assess(new((int)sort, 0, 0, 0), sort, At.AddDays((int)sort * 100))),
        1 => Gen.Constant<SuperUserCommand>(new SuperUserCommand.Invite("小王", At)),
        2 => Gen.Constant<SuperUserCommand>(new SuperUserCommand.Join(At)),
        3 => Gen.Constant<SuperUserCommand>(new SuperUserCommand.Leave(At)),
        4 => Gen.Elements("2027-Q1", "2027-Q2", "2027-Q3").Select<string, SuperUserCommand>(
            quarter => new SuperUserCommand.Review(quarter, At)),
        _ => Gen.Elements(Enum.GetValues<SuperUserDecision>()).Select<SuperUserDecision, SuperUserCommand>(
            decision => Decision(decision)),
    });

    [Fact]
    public void Candidate_is_invited_once_and_joins()
    {
        var invited = Rules.Given(Candidate).When(new SuperUserCommand.Invite("小王", At));

        Assert.Equal((SuperUserStatus.Invited, 1), (invited.State.Status, invited.State.Invitations));
        invited.When(new SuperUserCommand.Invite("小李", At.AddDays(1))).ThenNothing();
        var joined = Rules.Given(invited.State).When(new SuperUserCommand.Join(At));
        Assert.Equal(new SuperUserEvent.Joined(WasInvited: true, At), Assert.Single(joined.Events));
        Assert.Equal((SuperUserStatus.Member, SuperUserSort.Super), (joined.State.Status, joined.State.JoinedAs));
    }

    [Fact]
    public void Member_is_not_invited_again()
    {
        Assert.Equal(ConflictKind.AlreadyDone, RefusalOf(Member, new SuperUserCommand.Invite("小王", At)));
        Assert.Equal(ConflictKind.AlreadyDone, RefusalOf(Doubtful, new SuperUserCommand.Invite("小王", At)));
    }

    [Fact]
    public void Person_who_is_not_close_to_the_criteria_is_not_invited() => Assert.Equal(
        ConflictKind.State,
        RefusalOf(Candidate with { Sort = SuperUserSort.None }, new SuperUserCommand.Invite("小王", At)));

    [Fact]
    public void Invitation_lapses_after_90_days()
    {
        var invited = Rules.Given(Candidate).When(new SuperUserCommand.Invite("小王", At)).State;

        Rules.Given(invited).When(Assess(invited, At.AddDays(89))).ThenNothing();
        Assert.Equal(
            SuperUserStatus.Candidate, Rules.Given(invited).When(Assess(invited, At.AddDays(90))).State.Status);
    }

    [Theory]
    [InlineData(SuperUserSort.Super, SuperUserSort.Super, SuperUserStatus.Member)]
    [InlineData(SuperUserSort.Super, SuperUserSort.Potential, SuperUserStatus.UnderReview)]
    [InlineData(SuperUserSort.Potential, SuperUserSort.Potential, SuperUserStatus.Member)]
    [InlineData(SuperUserSort.Potential, SuperUserSort.None, SuperUserStatus.UnderReview)]
    [InlineData(SuperUserSort.None, SuperUserSort.None, SuperUserStatus.UnderReview)]
    public void Review_compares_a_member_with_what_they_were_at_the_join(
        SuperUserSort joinedAs, SuperUserSort now, SuperUserStatus status)
    {
        var member = Member with { JoinedAs = joinedAs, Sort = now };

        var outcome = Rules.Given(member).When(new SuperUserCommand.Review("2027-Q1", At));

        Assert.Equal(status, outcome.State.Status);
        outcome.When(new SuperUserCommand.Review("2027-Q1", At.AddDays(1))).ThenNothing();
    }

    [Fact]
    public void Member_who_is_kept_is_reviewed_again_in_the_next_quarter()
    {
        var kept = Rules.Given(Doubtful).When(Decision(SuperUserDecision.Keep));

        Assert.Equal(SuperUserStatus.Member, kept.State.Status);
        kept.When(Decision(SuperUserDecision.Keep)).ThenNothing();
        kept.When(new SuperUserCommand.Review("2027-Q1", At)).ThenNothing();
        Assert.Equal(
            SuperUserStatus.UnderReview,
            Rules.Given(kept.State).When(new SuperUserCommand.Review("2027-Q2", At)).State.Status);
    }

    [Fact]
    public void Removed_member_is_remembered_for_a_year_after_the_leave()
    {
        var removed = Rules.Given(Doubtful).When(Decision(SuperUserDecision.Remove));

        Assert.Equal((SuperUserStatus.Removed, true), (removed.State.Status, removed.State.IsPresent));
        removed.When(new SuperUserCommand.Join(At)).ThenNothing();
        var left = Rules.Given(removed.State).When(new SuperUserCommand.Leave(At)).State;
        Rules.Given(left).When(Assess(left, At.AddDays(364))).ThenNothing();
        Assert.False(Rules.Given(left).When(Assess(left, At.AddDays(365))).State.IsKept);
    }

    [Fact]
    public void Decision_on_a_member_who_is_not_under_review_is_refused() =>
        Assert.Equal(ConflictKind.NothingToDecide, RefusalOf(Member, Decision(SuperUserDecision.Remove)));

    [Fact]
    public void Member_who_leaves_is_a_candidate_again_or_unknown()
    {
        Assert.True(Rules.Given(Member).When(new SuperUserCommand.Leave(At)).State.IsKept);
        Assert.False(Rules.Given(Doubtful).When(new SuperUserCommand.Leave(At)).State.IsKept);
    }

    [Fact]
    public void Repeat_of_any_command_changes_nothing() => Prop.ForAll(
        Arb.From(Gen.ListOf(Commands)),
        commands =>
        {
            var user = Candidate;
            foreach (var command in commands)
            {
                user = After(user, command);
                Assert.Equal(user, After(user, command));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Only_a_decision_removes_and_only_an_invitation_invites() => Prop.ForAll(
        Arb.From(Gen.ListOf(Commands)),
        commands =>
        {
            var user = Candidate;
            foreach (var command in commands)
            {
                var after = After(user, command);
                if (after.Status is SuperUserStatus.Removed && user.Status is not SuperUserStatus.Removed)
                {
                    Assert.IsType<SuperUserCommand.Decide>(command);
                    Assert.Equal(SuperUserDecision.Remove, after.LastDecision?.Decision);
                }

                if (after.Status is SuperUserStatus.Invited && user.Status is not SuperUserStatus.Invited)
                    Assert.IsType<SuperUserCommand.Invite>(command);
                user = after;
            }
        }).QuickCheckThrowOnFailure();

    static SuperUser After(SuperUser user, SuperUserCommand command) =>
        SuperUserRules.Decide(command, user).Aggregate(user, SuperUserRules.Evolve);

    static SuperUserCommand.Assess Assess(SuperUser user, DateTimeOffset at) => new(user.Figures, user.Sort, at);

    static SuperUserCommand.Decide Decision(SuperUserDecision decision) =>
        new(new SuperUserDecisionRecord(decision, "和本人谈过", "小王", At));

    static ConflictKind? RefusalOf(SuperUser user, SuperUserCommand command) => Assert.IsType<SuperUserEvent.Refused>(
        Assert.Single(SuperUserRules.Decide(command, user))).Refusal.ConflictKind;
}
