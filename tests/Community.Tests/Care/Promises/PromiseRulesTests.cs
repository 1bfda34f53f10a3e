using Community.Care.Promises;
using Community.Platform;
using static Community.Tests.Care.Promises.SamplePromises;

namespace Community.Tests.Care.Promises;

public class PromiseRulesTests
{
    static readonly Decider<PromiseCommand, UnitState, PromiseEvent> Rules =
        new(PromiseRules.Decide, PromiseRules.Evolve);

    [Fact]
    public void Lesson_for_the_whole_group_is_delivered_once_and_asks_for_the_gain()
    {
        var lesson = Deliver("a");

        var delivered = Rules.Given(State()).When(lesson).Then(
            new PromiseEvent.Delivered(lesson.Delivery), new PromiseEvent.GainAsked(3, "code-a", At.AddHours(1)));

        Assert.Equal((1, At.AddHours(1)), (delivered.State.Progress.Amount, delivered.State.Progress.DeliveredAt));
        delivered.When(lesson).ThenNothing();
    }

    [Fact]
    public void Same_key_with_other_content_is_refused()
    {
        var other = Deliver("a") with { Delivery = Delivery("a") with { Fingerprint = "other" } };

        Assert.Equal(ConflictKind.AlreadyExists, RefusalOf(Rules.Given(State()).When(Deliver("a")).When(other)));
    }

    [Fact]
    public void Homework_of_several_members_is_one_homework()
    {
        var state = Rules.Given(State())
            .When(Deliver("a", members: ["u1", "u2"]))
            .When(Deliver("b", members: ["u3"])).State;

        Assert.Equal(1, state.Progress.Amount);
    }

    [Fact]
    public void Redemption_counts_for_each_member_and_goes_beyond_the_promise_as_an_extra()
    {
        var unit = Unit(quantity: 3);
        var state = Rules.Given(State(PromiseKind.Service, quantity: 3))
            .When(Deliver("a", members: ["u1", "u2"]))
            .When(Deliver("b", hours: 5, quantity: 2)).State;

        Assert.Equal((4, At.AddHours(5)), (state.Progress.Amount, state.Progress.DeliveredAt));
        Assert.Equal(
            (3, 1),
            (PromiseFigures.DeliveredOf(unit, state.Progress), PromiseFigures.ExtrasOf(unit, state.Progress)));
        Assert.Null(state.Progress.AskedAt);
    }

    [Theory]
    [InlineData(48, false)]
    [InlineData(48.001, true)]
    public void Delivery_after_the_due_time_is_late(double hours, bool isLate)
    {
        var progress = Rules.Given(State()).When(Deliver("a", hours)).State.Progress;

        Assert.Equal(isLate, progress.IsLate(Unit(), At.AddHours(500)));
        Assert.Equal(isLate, UnitProgress.None.IsLate(Unit(), At.AddHours(hours)));
    }

    [Fact]
    public void Unit_is_alerted_a_day_before_it_is_due_and_missed_after()
    {
        var open = Rules.Given(State());

        open.When(Watch(23.99)).ThenNothing();
        var alerted = open.When(Watch(24)).Then(new PromiseEvent.Alerted(At.AddHours(24)));
        Assert.Equal(Unit().MissAt, PromiseRules.NextWatchAt(Unit(), alerted.State.Progress));
        alerted.When(Watch(48)).ThenNothing();
        var missed = alerted.When(Watch(49)).Then(new PromiseEvent.Missed(At.AddHours(49)));
        missed.When(Watch(99)).ThenNothing();
        Assert.Null(PromiseRules.NextWatchAt(Unit(), missed.State.Progress));
        open.When(Watch(90)).Then(
            new PromiseEvent.Alerted(At.AddHours(90)), new PromiseEvent.Missed(At.AddHours(90)));
    }

    [Fact]
    public void Delivered_unit_is_watched_no_more()
    {
        var delivered = Rules.Given(State()).When(Deliver("a"));

        delivered.When(Watch(90)).ThenNothing();
        Assert.Null(PromiseRules.NextWatchAt(Unit(), delivered.State.Progress));
    }

    [Fact]
    public void Answer_can_be_changed_for_seven_days()
    {
        var asked = Rules.Given(State()).When(Deliver("a"));

        var changed = asked.When(Answer(2)).When(Answer(5, earlier: 2)).When(Answer(4)).State;

        Assert.Equal(4.5, GainFigures.Of([changed.Progress]).Mean);
        asked.When(Answer(5, earlier: 5)).ThenNothing();
        asked.When(Answer(5, hours: 169)).Then(new PromiseEvent.GainAnswered(5, null));
        Assert.Equal(ConflictKind.Ended, RefusalOf(asked.When(Answer(5, hours: 169.1))));
    }

    [Fact]
    public void Gain_is_asked_only_of_a_delivered_unit_to_learn()
    {
        Assert.Equal(ConflictKind.TooEarly, RefusalOf(Rules.Given(State()).When(Answer(5))));
        Assert.Equal(
            ConflictKind.State,
            RefusalOf(Rules.Given(State(PromiseKind.Service)).When(Deliver("a")).When(Answer(5))));
    }

    [Fact]
    public void Page_takes_no_more_answers_than_a_group_has_members()
    {
        var asked = Rules.Given(State()).When(Deliver("a")).State;
        var full = asked with { Progress = asked.Progress with { Answered = PromiseRules.MaxPageAnswers } };

        Assert.Equal(ConflictKind.LimitReached, RefusalOf(Rules.Given(full).When(Answer(5, isOfPage: true))));
        Rules.Given(full).When(Answer(5)).Then(new PromiseEvent.GainAnswered(5, null));
    }

    [Fact]
    public void Member_shares_tell_what_each_got_since_the_join()
    {
        var shares = new MemberShares(
            Promise(PromiseKind.Learning, Unit(1), Unit(2)),
            [Delivery("a", hours: 1), Delivery("b", hours: 9, unit: 2, members: "u1")]);

        Assert.Equal(new MemberShare(2, 0), shares.Of("u1", At));
        Assert.Equal(new MemberShare(1, 0), shares.Of("u1", joinedAt: null));
        Assert.Equal(new MemberShare(1, 0), shares.Of("u2", At));
        Assert.Equal(new MemberShare(0, 0), shares.Of("u3", At.AddHours(2)));
        Assert.Equal(["u1"], shares.Named);
    }

    static ConflictKind? RefusalOf(Decider<PromiseCommand, UnitState, PromiseEvent>.Outcome outcome) =>
        Assert.IsType<PromiseEvent.Refused>(Assert.Single(outcome.Events)).Refusal.ConflictKind;
}
