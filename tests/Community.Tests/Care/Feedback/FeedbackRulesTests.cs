using Community.Care.Feedback;
using Community.Platform;
using FsCheck;
using FsCheck.Fluent;
using static Community.Tests.Care.Feedback.SampleFeedback;

namespace Community.Tests.Care.Feedback;

public class FeedbackRulesTests
{
    static readonly Decider<FeedbackCommand, FeedbackItem, FeedbackEvent> Rules =
        new(FeedbackRules.Decide, FeedbackRules.Evolve);

    static readonly Gen<FeedbackCommand> Commands = Gen.Frequency(
        (4, Gen.Choose(0, 200).Select(FeedbackCommand (hours) => Escalate(hours))),
        (3, Gen.Choose(1, 15).Select(FeedbackCommand (key) => Note($"m{key}"))),
        (2, Gen.Choose(0, 60).Zip(Gen.Choose(1, 30)).Select(FeedbackCommand (answer) =>
            Answer(answer.Item1, $"回复 {answer.Item2}"))),
        (1, Gen.Choose(0, 60).Zip(Gen.Elements("已补发", "不予处理")).Select(FeedbackCommand (close) =>
            Close(close.Item1, close.Item2))));

    [Fact]
    public void Answer_is_stored_once()
    {
        var answered = Rules.Given(Item()).When(Answer(2))
            .Then(new FeedbackEvent.Answered(new FeedbackAnswer(1, "马上补发", "小王", At.AddHours(2), true)));

        Assert.Equal((FeedbackState.Answered, true), (answered.State.State, answered.State.IsInTime));
        answered.When(Answer(3, tellsMember: false)).ThenNothing();
        answered.When(Answer(4, "明天到")).Then(
            new FeedbackEvent.Answered(new FeedbackAnswer(2, "明天到", "小王", At.AddHours(4), true)));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(24, true)]
    [InlineData(24.001, false)]
    public void First_answer_decides_whether_feedback_was_answered_in_time(double hours, bool isInTime)
    {
        var answered = Rules.Given(Item()).When(Answer(hours)).When(Answer(40, "另外")).When(Close(50));

        Assert.Equal((isInTime, At.AddHours(hours)), (answered.State.IsInTime, answered.State.AnsweredAt));
    }

    [Fact]
    public void Close_without_an_answer_counts_as_the_answer()
    {
        var closed = Rules.Given(Item()).When(Close(5))
            .Then(new FeedbackEvent.Closed(new FeedbackOutcome("已补发", "小王", At.AddHours(5), true)));

        Assert.Equal(
            (FeedbackState.Closed, true, At.AddHours(5)),
            (closed.State.State, closed.State.IsInTime, closed.State.AnsweredAt));
    }

    [Fact]
    public void Closed_feedback_takes_only_what_it_has()
    {
        var closed = Rules.Given(Item()).When(Answer(1)).When(Close(2));

        closed.When(Close(3)).ThenNothing();
        closed.When(Answer(3)).ThenNothing();
        closed.When(Escalate(90)).ThenNothing();
        closed.When(Note("m1")).ThenNothing();
        foreach (var command in new FeedbackCommand[] { Close(3, "没有补发"), Answer(3, "又一条") })
        {
            var refused = Assert.IsType<FeedbackEvent.Refused>(Assert.Single(closed.When(command).Events));
            Assert.Equal(ConflictKind.Ended, refused.Refusal.ConflictKind);
        }
    }

    [Fact]
    public void Answers_after_the_twentieth_are_refused()
    {
        var item = Enumerable.Range(1, FeedbackRules.MaxAnswers).Aggregate(
            Item(), (before, n) => Rules.Given(before).When(Answer(n, $"回复 {n}")).State);

        var refused = Rules.Given(item).When(Answer(30, "再一条")).Events;

        Assert.Equal(FeedbackRules.MaxAnswers, item.Answers.Count);
        Assert.Equal(
            ConflictKind.LimitReached,
            Assert.IsType<FeedbackEvent.Refused>(Assert.Single(refused)).Refusal.ConflictKind);
    }

    [Fact]
    public void Open_feedback_escalates_when_its_answer_is_due_and_every_day_from_then_on()
    {
        var open = Rules.Given(Item());

        open.When(Escalate(23.99)).ThenNothing();
        var first = open.When(Escalate(24)).Then(new FeedbackEvent.Escalated(At.AddHours(24)));
        first.When(Escalate(47.99)).ThenNothing();
        var late = first.When(Escalate(50)).Then(new FeedbackEvent.Escalated(At.AddHours(50)));
        Assert.Equal(At.AddHours(72), FeedbackRules.NextEscalationAt(late.State));
        var missed = late.When(Escalate(500)).State;
        Assert.Equal((3, At.AddHours(504)), (missed.EscalationCount, FeedbackRules.NextEscalationAt(missed)));
    }

    [Fact]
    public void Message_becomes_a_note_once_and_at_most_ten_do()
    {
        var noted = Rules.Given(Item(source: FeedbackSource.Group)).When(Note("m1"));

        noted.When(Note("m1")).ThenNothing();
        var full = Enumerable.Range(2, 20).Aggregate(noted, (before, n) => before.When(Note($"m{n}"))).State;
        Assert.Equal(FeedbackRules.MaxNotes, full.Notes.Count);
    }

    [Theory]
    [Seeds(1, 2, 20261127)]
    public void Whatever_happens_is_kept_and_a_repeat_changes_nothing(ulong seed) =>
        Property.CheckSequences(seed, Commands, commands =>
        {
            var item = Item(source: FeedbackSource.Group);
            foreach (var command in commands)
            {
                var after = Rules.Given(item).When(command);
                var changes = after.Events.Any(happened => happened is not FeedbackEvent.Refused);
                Assert.Equal(changes, after.State != item);
                if (changes) after.When(command).ThenNothing();
                Assert.True(after.State.State >= item.State);
                Assert.Equal(item.Answers, after.State.Answers.Take(item.Answers.Count));
                Assert.Equal(item.Outcome ?? after.State.Outcome, after.State.Outcome);
                if (item.State is not FeedbackState.Open)
                {
                    Assert.Equal(item.EscalationCount, after.State.EscalationCount);
                    Assert.Equal((item.AnsweredAt, item.IsInTime), (after.State.AnsweredAt, after.State.IsInTime));
                }

                item = after.State;
            }

            Assert.InRange(item.Answers.Count, 0, FeedbackRules.MaxAnswers);
            Assert.InRange(item.Notes.Count, 0, FeedbackRules.MaxNotes);
            Assert.InRange(item.Escalations.Count, 0, FeedbackRules.MaxEscalations);
            var days = item.Escalations.Select(at => Math.Floor((at - At).TotalDays)).ToList();
            Assert.Equal(days.Distinct().Order(), days);
            Assert.DoesNotContain(0, days);
        });

    [Theory]
    [Seeds(1, 2, 20261127)]
    public void Figures_that_follow_each_change_equal_a_count_of_the_items(ulong seed) =>
        Property.CheckSequences(seed, Commands.Zip(Gen.Choose(0, 5)), commands =>
        {
            var kinds = Enum.GetValues<FeedbackKind>();
            var items = Enumerable.Range(0, 6).Select(n => Item(kinds[n % 3]) with { Id = $"f-{n}" }).ToList();
            var figures = items.Aggregate(FeedbackFigures.None, (sum, item) => sum.After(before: null, item));
            foreach (var (command, n) in commands)
            {
                var after = Rules.Given(items[n]).When(command).State;
                (figures, items[n]) = (figures.After(items[n], after), after);
            }

            foreach (var kind in kinds)
            {
                var ofKind = items.Where(item => item.Kind == kind).ToList();
                Assert.Equal(
                    new FeedbackCounts(
                        ofKind.Count,
                        ofKind.Count(item => item.IsInTime is true),
                        ofKind.Count(item => item.IsInTime is false),
                        ofKind.Count(item => item.State is FeedbackState.Open),
                        ofKind.Count(item => item is { State: FeedbackState.Open, EscalationCount: > 0 })),
                    figures.Of(kind));
            }

            Assert.Equal(
                (6, figures.All.Received),
                (figures.All.AnsweredInTime + figures.All.AnsweredLate + figures.All.Open, 6));
        });
}
