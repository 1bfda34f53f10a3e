using Community.Selling.Conversions;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Selling.Conversions;

public class StepRulesTests
{
    static readonly Gen<ConversionCommand> Commands =
        from at in Gen.Choose(-2, 30).Select(hours => SampleConversion.WarmUpAt.AddHours(hours))
        from command in Gen.Frequency<ConversionCommand>(
            (
                8,
                Gen.Elements(Enum.GetValues<ConversionStep>()).Select(
                    step => (ConversionCommand)new ConversionCommand.BeginStep(step, at))),
            (1, Gen.Constant((ConversionCommand)new ConversionCommand.Hold("小王", at))),
            (
                2,
                Gen.Elements<MissedSteps?>(null, MissedSteps.Run, MissedSteps.Skip).Select(
                    missed => (ConversionCommand)new ConversionCommand.Resume(missed, "小王", at))),
            (1, Gen.Constant((ConversionCommand)new ConversionCommand.SellOut("shop", at))),
            (1, Gen.Constant((ConversionCommand)new ConversionCommand.Cancel("小王", at))))
        select command;

    [Fact]
    public void A_step_waits_for_its_instant_and_then_runs_for_every_group()
    {
        Assert.Equal(
            StepRuling.Wait,
            StepRules.RuleOn(ConversionStep.WarmUp, SampleConversion.Planned, SampleConversion.WarmUpAt.AddTicks(-1)));
        Assert.Equal(
            StepRuling.Run,
            StepRules.RuleOn(ConversionStep.WarmUp, SampleConversion.Planned, SampleConversion.WarmUpAt));
        Assert.Equal(
            StepRuling.Run,
            StepRules.RuleOn(
                ConversionStep.WarmUp,
                SampleConversion.Until(ConversionStep.WarmUp),
                SampleConversion.WarmUpAt.AddHours(1)));
    }

    [Fact]
    public void Wait_for_a_step_ends_at_its_instant()
    {
        var before = SampleConversion.LinkAt.AddTicks(-1);
        var wait = StepRules.WaitFor(ConversionStep.Link, SampleConversion.Until(ConversionStep.WarmUp), before);

        Assert.Equal(new StepWait(ConversionStep.Link, SampleConversion.LinkAt), wait);
        Assert.False(wait!.IsOver(before));
        Assert.True(wait.IsOver(SampleConversion.LinkAt));
    }

    [Fact]
    public void Wait_for_a_step_of_a_held_conversion_has_no_end()
    {
        var held = SampleConversion.Planned with { HeldAt = SampleConversion.WarmUpAt.AddHours(-1) };

        var wait = StepRules.WaitFor(ConversionStep.WarmUp, held, SampleConversion.WarmUpAt);

        Assert.Equal(new StepWait(ConversionStep.WarmUp, Until: null), wait);
        Assert.False(wait!.IsOver(SampleConversion.ClosesAt));
    }

    [Fact]
    public void Step_that_runs_or_is_passed_over_has_no_wait()
    {
        var cancelled = SampleConversion.Planned with { CancelledAt = SampleConversion.WarmUpAt.AddHours(-1) };

        Assert.Null(
            StepRules.WaitFor(ConversionStep.WarmUp, SampleConversion.Planned, SampleConversion.WarmUpAt));
        Assert.Null(
            StepRules.WaitFor(ConversionStep.WarmUp, cancelled, SampleConversion.WarmUpAt.AddMinutes(-1)));
    }

    [Fact]
    public void Once_sold_out_there_is_no_last_call_and_the_closing_is_due_at_once()
    {
        var sold = SampleConversion.Until(ConversionStep.Link) with
        {
            SoldOutAt = SampleConversion.LinkAt.AddMinutes(5),
        };

        Assert.Equal(
            StepRuling.Pass, StepRules.RuleOn(ConversionStep.LastCall, sold, SampleConversion.LinkAt.AddMinutes(5)));
        Assert.Equal(
            StepRuling.Run, StepRules.RuleOn(ConversionStep.Closing, sold, SampleConversion.LinkAt.AddMinutes(5)));
    }

    [Fact]
    public void A_last_call_that_one_group_began_is_not_made_in_another_after_it_was_sold_out() =>
        Assert.Equal(
            StepRuling.Pass,
            StepRules.RuleOn(
                ConversionStep.LastCall,
                SampleConversion.Until(ConversionStep.LastCall) with
                {
                    SoldOutAt = SampleConversion.LastCallAt.AddSeconds(1),
                },
                SampleConversion.LastCallAt.AddSeconds(2)));

    [Fact]
    public void Of_what_is_due_together_only_what_matters_most_runs()
    {
        Assert.Equal(
            StepRuling.Pass,
            StepRules.RuleOn(ConversionStep.WarmUp, SampleConversion.Planned, SampleConversion.LinkAt));
        Assert.Equal(
            StepRuling.Pass,
            StepRules.RuleOn(ConversionStep.Link, SampleConversion.Planned, SampleConversion.ClosesAt));
        var late = SampleConversion.Planned with
        {
            BegunSteps = [new BegunStep(ConversionStep.Link, SampleConversion.LastCallAt)],
        };
        Assert.Equal(StepRuling.Pass, StepRules.RuleOn(ConversionStep.LastCall, late, SampleConversion.LastCallAt));
    }

    [Fact]
    public void While_it_is_held_everything_waits_and_what_comes_next_has_no_instant()
    {
        var held = SampleConversion.Until(ConversionStep.WarmUp) with { HeldAt = SampleConversion.WarmUpAt };

        Assert.Equal(StepRuling.Wait, StepRules.RuleOn(ConversionStep.Link, held, SampleConversion.ClosesAt));
        Assert.Equal((ConversionStep.Link, null), StepRules.Next(held, SampleConversion.WarmUpAt.AddHours(1)));
    }

    [Fact]
    public void A_conversion_without_a_last_call_waits_for_its_end()
    {
        var plain = SampleConversion.Until(ConversionStep.Link) with
        {
            Terms = SampleConversion.Terms with { LastCallAt = null, LastCall = null },
        };

        Assert.Equal(StepRuling.Wait, StepRules.RuleOn(ConversionStep.LastCall, plain, SampleConversion.LastCallAt));
        Assert.Equal(
            (ConversionStep.Closing, SampleConversion.ClosesAt), StepRules.Next(plain, SampleConversion.LastCallAt));
        Assert.Equal(StepRuling.Pass, StepRules.RuleOn(ConversionStep.LastCall, plain, SampleConversion.ClosesAt));
    }

    [Theory]
    [Seeds(1, 20261124)]
    public void Steps_begin_once_in_order_and_not_after_the_end_or_a_sell_out(ulong seed) =>
        Property.CheckSequences(seed, Commands, commands =>
        {
            var conversion = SampleConversion.Planned;
            foreach (var command in commands)
            {
                var events = ConversionRules.Decide(command, conversion);
                foreach (var began in events.OfType<ConversionEvent.StepBegun>())
                {
                    Assert.Null(conversion.HeldAt);
                    Assert.False(conversion.IsOver);
                    Assert.True(conversion.SoldOutAt is null || began.Step is ConversionStep.Closing);
                    Assert.All(conversion.BegunSteps, taken => Assert.True(taken.Step < began.Step));
                    Assert.True(began.At >= conversion.DueAt(began.Step));
                }

                conversion = events.Aggregate(conversion, ConversionRules.Evolve);
                Assert.DoesNotContain(
                    ConversionRules.Decide(command, conversion), again => again is not ConversionEvent.Refused);
            }
        });
}
