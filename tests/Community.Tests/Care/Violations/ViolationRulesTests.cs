using Community.Care.Violations;
using Community.Platform;
using FsCheck;
using FsCheck.Fluent;
using static Community.Tests.Care.Violations.SampleViolations;

namespace Community.Tests.Care.Violations;

public class ViolationRulesTests
{
    static readonly Decider<ViolationCommand, Violation, ViolationEvent> Rules =
        new(ViolationRules.Decide, ViolationRules.Evolve);

    static readonly Gen<ViolationCommand> Commands = Gen.Frequency(
        (3, Gen.Choose(0, 300).Zip(Gen.Choose(1, 8)).Select(ViolationCommand (appeal) =>
            Appeal(appeal.Item1, $"申诉 {appeal.Item2}"))),
        (3, Gen.Choose(0, 300).Zip(Gen.Choose(1, 8)).Select(ViolationCommand (decision) =>
            Uphold(decision.Item1, $"属实 {decision.Item2}", owner: decision.Item2 == 8 ? null : "lin"))),
        (1, Gen.Choose(0, 300).Select(ViolationCommand (days) => Dismiss(days))),
        (2, Gen.Choose(0, 20).Zip(Gen.Choose(1, 4)).Select(ViolationCommand (message) =>
            Message(message.Item1, $"扫码 {message.Item2}"))));

    static readonly Gen<Violation> Violations =
        from kind in Gen.Elements(Enum.GetValues<ViolationKind>())
        from isHeard in Gen.Elements(true, false)
        from isRepeat in Gen.Elements(true, false)
        from consequence in Gen.Elements<ViolationMeasure?>(null, ViolationMeasure.RedPacket, ViolationMeasure.Removal)
        select ViolationRules.Open(Report(kind, isHeard: isHeard), isRepeat ? [First()] : [], consequence);

    [Fact]
    public void First_violation_is_a_warning_and_a_repeat_proposes_what_the_charter_says()
    {
        Assert.Equal((ViolationState.Warned, ViolationMeasure.Warning), (First().State, First().Measure));
        Assert.Equal((ViolationState.Proposed, ViolationMeasure.Removal), (Proposed().State, Proposed().Measure));
        var silent = ViolationRules.Open(Report(), [First()], consequence: null);
        Assert.Equal((ViolationState.Proposed, ViolationMeasure.Warning), (silent.State, silent.Measure));
    }

    [Theory]
    [InlineData(ViolationKind.Advertisement, ViolationState.Warned)]
    [InlineData(ViolationKind.Other, ViolationState.Warned)]
    [InlineData(ViolationKind.Abuse, ViolationState.Proposed)]
    [InlineData(ViolationKind.Fraud, ViolationState.Proposed)]
    public void Abuse_and_fraud_are_proposed_at_the_first_time(ViolationKind kind, ViolationState state) =>
        Assert.Equal(state, ViolationRules.Open(Report(kind), [], ViolationMeasure.Removal).State);

    [Fact]
    public void What_the_channel_heard_is_never_a_warning_before_a_person_saw_it()
    {
        var heard = First(isHeard: true);

        Assert.Equal(
            (ViolationState.Proposed, ViolationMeasure.Warning, null),
            (heard.State, heard.Measure, heard.CountsUntil));
    }

    [Theory]
    [InlineData(0, ViolationState.Proposed)]
    [InlineData(179.9, ViolationState.Proposed)]
    [InlineData(180, ViolationState.Warned)]
    public void Warning_counts_for_180_days(double days, ViolationState state) =>
        Assert.Equal(state, ViolationRules.Open(Report(days: days), [First()], null).State);

    [Fact]
    public void Violation_counts_from_its_decision_on_and_not_while_it_is_appealed_or_dismissed()
    {
        var upheld = Rules.Given(Proposed()).When(Uphold(10));
        var appealed = upheld.When(Appeal(11));

        Assert.Equal(At.AddDays(190), upheld.State.CountsUntil);
        Assert.Null(Proposed().CountsUntil);
        Assert.Null(appealed.State.CountsUntil);
        Assert.Null(appealed.When(Dismiss(12)).State.CountsUntil);
        Assert.Equal(At.AddDays(192), appealed.When(Uphold(12, "核实了记录")).State.CountsUntil);
    }

    [Fact]
    public void Appeal_opens_the_decision_again_once()
    {
        Rules.Given(Proposed()).When(Appeal(1))
            .Then(Refused(ConflictKind.TooEarly, "there is no decision to appeal against"));
        var appealed = Rules.Given(Proposed()).When(Uphold(1)).When(Appeal(2));

        Assert.Equal(ViolationState.Appealed, appealed.State.State);
        appealed.When(Appeal(3)).ThenNothing();
        appealed.When(Appeal(3, "再说一次")).Then(Refused(ConflictKind.AlreadyDone, "the decision is appealed already"));
        // A late repeat of the first decision must not decide the appeal.
        Assert.Equal(
            "reason",
            Assert.IsType<ViolationEvent.Refused>(Assert.Single(appealed.When(Uphold(4)).Events)).Refusal.Field);
        var again = appealed.When(Uphold(4, "核实了记录"));
        Assert.Equal(ViolationState.Upheld, again.State.State);
        again.When(Appeal(5)).ThenNothing();
        again.When(Uphold(5)).ThenNothing();
        Assert.Equal(ViolationState.Appealed, again.When(Appeal(5, "有新证据")).State.State);
    }

    [Fact]
    public void Measure_without_a_person_to_carry_it_out_is_refused_and_dismissal_needs_none()
    {
        var refused = Rules.Given(Proposed()).When(Uphold(1, owner: null)).Events;

        Assert.Equal(
            ConflictKind.Incomplete,
            Assert.IsType<ViolationEvent.Refused>(Assert.Single(refused)).Refusal.ConflictKind);
        Assert.Equal(ViolationState.Dismissed, Rules.Given(Proposed()).When(Dismiss(1)).State.State);
    }

    [Fact]
    public void Decision_can_name_another_measure()
    {
        var upheld = Rules.Given(Proposed()).When(Uphold(1, measure: ViolationMeasure.RedPacket));

        Assert.Equal(ViolationMeasure.RedPacket, upheld.State.Measure);
        upheld.When(Uphold(2)).ThenNothing();
        upheld.When(Uphold(2, measure: ViolationMeasure.Removal)).Then(
            Refused(ConflictKind.AlreadyDone, "it is decided already, and only an appeal opens it again"));
    }

    [Fact]
    public void Messages_before_the_decision_are_added_once_an_hour_for_the_same_text()
    {
        var heard = Rules.Given(First(isHeard: true));

        heard.When(Message(0.9, "加微信看货")).ThenNothing();
        var added = heard.When(Message(1, "加微信看货"));
        Assert.Equal(2, added.State.History.Count);
        added.When(Message(1.9, "加微信看货")).ThenNothing();
        var full = Enumerable.Range(1, 20).Aggregate(added, (before, n) => before.When(Message(n, $"扫码 {n}"))).State;
        Assert.Equal(1 + ViolationRules.MaxMessages, full.History.Count);
        Rules.Given(First()).When(Message(2)).ThenNothing();
    }

    [Fact]
    public void Message_after_the_decision_is_another_violation_unless_it_belongs_to_the_burst()
    {
        var heard = First(isHeard: true);
        var upheld = Rules.Given(heard).When(Uphold(0.01)).State;

        Assert.True(ViolationRules.IsPartOf(heard, "扫码", At.AddDays(9)));
        Assert.True(ViolationRules.IsPartOf(upheld, heard.Evidence, At.AddMinutes(59)));
        Assert.False(ViolationRules.IsPartOf(upheld, heard.Evidence, At.AddMinutes(60)));
        Assert.False(ViolationRules.IsPartOf(upheld, "扫码", At.AddMinutes(1)));
    }

    [Theory]
    [Seeds(1, 2, 20261128)]
    public void Nothing_but_a_warning_follows_without_a_decision_and_a_repeat_changes_nothing(ulong seed) =>
        Property.Check(seed, Violations.Zip(Commands.ListOf()), sample =>
        {
            var violation = sample.Item1;
            foreach (var command in sample.Item2)
            {
                var after = Rules.Given(violation).When(command);
                var changes = after.Events.Any(happened => happened is not ViolationEvent.Refused);
                Assert.Equal(changes, after.State != violation);
                if (changes) Assert.Equal(after.State, after.When(command).State);
                Assert.Equal(violation.History, after.State.History.Take(violation.History.Count));
                violation = after.State;
                var steps = violation.History.Select(entry => entry.What).ToList();
                var decisions = violation.Decisions.ToList();
                if (violation.State is ViolationState.Upheld)
                    Assert.Equal((ViolationStep.Upheld, violation.Measure), (steps[^1], decisions[^1].Measure));
                if (violation.State is ViolationState.Warned)
                    Assert.Equal((ViolationMeasure.Warning, 0), (violation.Measure, decisions.Count));
                Assert.Equal(violation.State is ViolationState.Appealed, steps[^1] is ViolationStep.Appealed);
                Assert.InRange(steps.Count(step => step is ViolationStep.Appealed), 0, decisions.Count + 1);
                Assert.InRange(decisions.Count, 0, ViolationRules.MaxDecisions);
                Assert.Equal(
                    violation.State is ViolationState.Warned or ViolationState.Upheld,
                    violation.CountsUntil is not null);
            }
        });

    [Theory]
    [Seeds(1, 2, 20261128)]
    public void Only_what_counts_makes_a_repeat_in_any_order(ulong seed) =>
        Property.Check(seed, Violations.Zip(Commands.ListOf()).ListOf().Zip(Gen.Choose(0, 700)), sample =>
        {
            var (histories, days) = (sample.Item1, sample.Item2);
            var earlier = histories
                .Select(history => history.Item2.Aggregate(
                    history.Item1, (before, command) => Rules.Given(before).When(command).State))
                .ToList();
            var opened = ViolationRules.Open(Report(days: days), earlier, ViolationMeasure.Removal);
            var counts = earlier.Any(violation => violation.State is ViolationState.Warned or ViolationState.Upheld
                && At.AddDays(days) < (violation.Decisions.LastOrDefault()?.At ?? violation.At).AddDays(180));

            Assert.Equal(counts, opened.State is ViolationState.Proposed);
            Assert.Equal(
                opened.State, ViolationRules.Open(Report(days: days), Enumerable.Reverse(earlier), null).State);
        });

    static ViolationEvent.Refused Refused(ConflictKind kind, string reason) => new(Refusal.Conflict(kind, reason));
}
