using Community.Selling.Conversions;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Selling.Conversions;

public class StepsTests
{
    static readonly Gen<ConversionCommand> Commands =
        from at in Gen.Choose(-2, 30).Select(hours => Some.WarmUpAt.AddHours(hours))
        from command in Gen.Frequency<ConversionCommand>(
            (8, Gen.Elements(Enum.GetValues<ConversionStep>()).Select(step => (ConversionCommand)new ConversionCommand.Take(step, at))),
            (1, Gen.Constant((ConversionCommand)new ConversionCommand.Hold("小王", at))),
            (2, Gen.Elements<MissedSteps?>(null, MissedSteps.Run, MissedSteps.Skip).Select(missed => (ConversionCommand)new ConversionCommand.Resume(missed, "小王", at))),
            (1, Gen.Constant((ConversionCommand)new ConversionCommand.SellOut("shop", at))),
            (1, Gen.Constant((ConversionCommand)new ConversionCommand.Cancel("小王", at))))
        select command;

    [Fact]
    public void A_step_waits_for_its_instant_and_then_runs_for_every_group()
    {
        Assert.Equal(StepRuling.Wait, Steps.RuleOn(ConversionStep.WarmUp, Some.Planned, Some.WarmUpAt.AddTicks(-1)));
        Assert.Equal(StepRuling.Run, Steps.RuleOn(ConversionStep.WarmUp, Some.Planned, Some.WarmUpAt));
        Assert.Equal(StepRuling.Run, Steps.RuleOn(ConversionStep.WarmUp, Some.Until(ConversionStep.WarmUp), Some.WarmUpAt.AddHours(1)));
    }

    [Fact]
    public void Once_sold_out_there_is_no_last_call_and_the_closing_is_due_at_once()
    {
        var sold = Some.Until(ConversionStep.Link) with { SoldOutAt = Some.LinkAt.AddMinutes(5) };

        Assert.Equal(StepRuling.Pass, Steps.RuleOn(ConversionStep.LastCall, sold, Some.LinkAt.AddMinutes(5)));
        Assert.Equal(StepRuling.Run, Steps.RuleOn(ConversionStep.Closing, sold, Some.LinkAt.AddMinutes(5)));
    }

    [Fact]
    public void A_last_call_that_one_group_began_is_not_made_in_another_after_it_was_sold_out() =>
        Assert.Equal(
            StepRuling.Pass,
            Steps.RuleOn(ConversionStep.LastCall, Some.Until(ConversionStep.LastCall) with { SoldOutAt = Some.LastCallAt.AddSeconds(1) }, Some.LastCallAt.AddSeconds(2)));

    [Fact]
    public void Of_what_is_due_together_only_what_matters_most_runs()
    {
        Assert.Equal(StepRuling.Pass, Steps.RuleOn(ConversionStep.WarmUp, Some.Planned, Some.LinkAt));
        Assert.Equal(StepRuling.Pass, Steps.RuleOn(ConversionStep.Link, Some.Planned, Some.ClosesAt));
        var late = Some.Planned with { Taken = [new StepTaken(ConversionStep.Link, Some.LastCallAt)] };
        Assert.Equal(StepRuling.Pass, Steps.RuleOn(ConversionStep.LastCall, late, Some.LastCallAt));
    }

    [Fact]
    public void While_it_is_held_everything_waits_and_what_comes_next_has_no_instant()
    {
        var held = Some.Until(ConversionStep.WarmUp) with { HeldAt = Some.WarmUpAt };

        Assert.Equal(StepRuling.Wait, Steps.RuleOn(ConversionStep.Link, held, Some.ClosesAt));
        Assert.Equal((ConversionStep.Link, null), Steps.Next(held, Some.WarmUpAt.AddHours(1)));
    }

    [Fact]
    public void A_conversion_without_a_last_call_waits_for_its_end()
    {
        var plain = Some.Until(ConversionStep.Link) with { Terms = Some.Terms with { LastCallAt = null, LastCall = null } };

        Assert.Equal(StepRuling.Wait, Steps.RuleOn(ConversionStep.LastCall, plain, Some.LastCallAt));
        Assert.Equal((ConversionStep.Closing, Some.ClosesAt), Steps.Next(plain, Some.LastCallAt));
        Assert.Equal(StepRuling.Pass, Steps.RuleOn(ConversionStep.LastCall, plain, Some.ClosesAt));
    }

    [Theory]
    [Seeds(1, 20261124)]
    public void Whatever_is_asked_steps_begin_once_in_order_and_none_once_it_is_over_or_sold_out(ulong seed) => Property.CheckSequences(seed, Commands, commands =>
    {
        var conversion = Some.Planned;
        foreach (var command in commands)
        {
            var events = ConversionRules.Decide(command, conversion);
            foreach (var began in events.OfType<ConversionEvent.StepBegan>())
            {
                Assert.Null(conversion.HeldAt);
                Assert.False(conversion.IsOver);
                Assert.True(conversion.SoldOutAt is null || began.Step is ConversionStep.Closing);
                Assert.All(conversion.Taken, taken => Assert.True(taken.Step < began.Step));
                Assert.True(began.At >= conversion.DueAt(began.Step));
            }

            conversion = events.Aggregate(conversion, ConversionRules.Evolve);
            Assert.DoesNotContain(ConversionRules.Decide(command, conversion), again => again is not ConversionEvent.Refused);
        }
    });
}
