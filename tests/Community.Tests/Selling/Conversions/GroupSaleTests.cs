using Community.Selling.Conversions;
using FsCheck;
using FsCheck.Fluent;
using static Community.Tests.Selling.Conversions.SampleConversion;

namespace Community.Tests.Selling.Conversions;

public sealed class GroupSaleTests
{
    static readonly DateTimeOffset BeforeAll = WarmUpAt.AddHours(-1);

    static readonly SaleMessage[] AllMessages =
    [
        new(ConversionStep.WarmUp, WarmUpAt),
        new(ConversionStep.Link, LinkAt),
        new(ConversionStep.LastCall, LastCallAt),
        new(ConversionStep.Closing, ClosesAt),
    ];

    // In quarters of an hour from the warm-up on, so that instants of steps are among them.
    static readonly Gen<(int Quarter, Func<DateTimeOffset, ConversionCommand> Command)> Commands =
        from quarter in Gen.Choose(-8, 120)
        from command in Gen.Frequency<Func<DateTimeOffset, ConversionCommand>>(
            (8, Gen.Elements(Enum.GetValues<ConversionStep>()).Select(BeginStep)),
            (2, Gen.Constant<Func<DateTimeOffset, ConversionCommand>>(at => new ConversionCommand.Hold("小王", at))),
            (4, Gen.Elements(MissedSteps.Run, MissedSteps.Skip).Select(Resume)),
            (1, Gen.Constant<Func<DateTimeOffset, ConversionCommand>>(at => new ConversionCommand.SellOut("shop", at))),
            (1, Gen.Constant<Func<DateTimeOffset, ConversionCommand>>(at => new ConversionCommand.Cancel("小王", at))))
        select (quarter, command);

    [Fact]
    public void Planned_conversion_lasts_from_its_warm_up_to_its_closing()
    {
        var sale = GroupSale.From(Planned, Arm.WarmUp, BeforeAll);

        Assert.Equal(("tea-launch", Tea.Name, 0), (sale.ConversionId, sale.Name, sale.Revision));
        Assert.Equal(AllMessages, sale.Messages);
        Assert.Equal((WarmUpAt, ClosesAt), (sale.StartsAt, sale.EndsAt));
        Assert.Null(sale.EndedEarlyAt);
    }

    [Fact]
    public void Conversion_in_a_group_of_the_holdout_starts_with_the_link()
    {
        var sale = GroupSale.From(Planned, Arm.LinkOnly, BeforeAll);

        Assert.Equal(AllMessages[1..], sale.Messages);
        Assert.Equal((LinkAt, ClosesAt), (sale.StartsAt, sale.EndsAt));
    }

    [Fact]
    public void Last_call_that_is_not_planned_is_no_message()
    {
        var conversion = Planned with { Terms = Terms with { LastCallAt = null, LastCall = null } };

        Assert.Equal(
            [ConversionStep.WarmUp, ConversionStep.Link, ConversionStep.Closing],
            StepsOf(GroupSale.From(conversion, Arm.WarmUp, BeforeAll)));
    }

    [Fact]
    public void Begun_steps_keep_the_instants_at_which_they_began()
    {
        var begunAt = LinkAt.AddMinutes(3);
        var conversion = Planned with { BegunSteps = [new(ConversionStep.Link, begunAt)] };

        var sale = GroupSale.From(conversion, Arm.LinkOnly, begunAt.AddMinutes(1));

        Assert.Equal(begunAt, sale.StartsAt);
        Assert.Equal(AllMessages[2..], sale.Messages.Skip(1));
    }

    [Fact]
    public void Conversion_cancelled_before_its_first_message_takes_no_time()
    {
        var conversion = Changed(new ConversionCommand.Cancel("小王", BeforeAll), Planned);

        var sale = GroupSale.From(conversion, Arm.WarmUp, BeforeAll);

        Assert.Empty(sale.Messages);
        Assert.Equal((BeforeAll, BeforeAll), (sale.StartsAt, sale.EndsAt));
        Assert.Equal(BeforeAll, sale.EndedEarlyAt);
    }

    [Fact]
    public void Cancelled_conversion_ends_then_and_keeps_the_messages_it_has_sent()
    {
        var at = LinkAt.AddMinutes(5);
        var conversion = Changed(new ConversionCommand.Cancel("小王", at), Until(ConversionStep.Link));

        var sale = GroupSale.From(conversion, Arm.WarmUp, at);

        Assert.Equal(AllMessages[..2], sale.Messages);
        Assert.Equal((WarmUpAt, at, 1), (sale.StartsAt, sale.EndsAt, sale.Revision));
    }

    [Fact]
    public void Sold_out_conversion_closes_then_without_a_last_call()
    {
        var at = LinkAt.AddMinutes(5);
        var conversion = Changed(new ConversionCommand.SellOut("shop", at), Until(ConversionStep.Link));

        var sale = GroupSale.From(conversion, Arm.WarmUp, at);

        Assert.Equal([.. AllMessages[..2], new(ConversionStep.Closing, at)], sale.Messages);
        Assert.Equal((at, at), (sale.EndsAt, sale.EndedEarlyAt));
    }

    [Fact]
    public void Held_conversion_keeps_the_instants_of_its_plan()
    {
        var conversion = Planned with { HeldAt = BeforeAll };

        var sale = GroupSale.From(conversion, Arm.WarmUp, ClosesAt.AddHours(1));

        Assert.Equal(AllMessages, sale.Messages);
        Assert.Equal((WarmUpAt, ClosesAt, BeforeAll), (sale.StartsAt, sale.EndsAt, sale.HeldAt));
    }

    [Fact]
    public void Link_that_was_missed_while_held_is_sent_when_the_conversion_is_resumed()
    {
        var resumedAt = LinkAt.AddMinutes(20);
        var held = Until(ConversionStep.WarmUp) with { HeldAt = LinkAt.AddHours(-1) };
        var conversion = Changed(new ConversionCommand.Resume(MissedSteps.Run, "小王", resumedAt), held);

        var sale = GroupSale.From(conversion, Arm.WarmUp, resumedAt);

        Assert.Equal(new SaleMessage(ConversionStep.Link, resumedAt), sale.Messages[1]);
        Assert.Equal(AllMessages[2..], sale.Messages.Skip(2));
    }

    [Fact]
    public void Link_after_the_instant_of_the_last_call_is_followed_by_the_closing_only()
    {
        var resumedAt = LastCallAt.AddMinutes(5);
        var held = Until(ConversionStep.WarmUp) with { HeldAt = LinkAt.AddHours(-1) };
        var conversion = Changed(new ConversionCommand.Resume(MissedSteps.Run, "小王", resumedAt), held);

        Assert.Equal(
            [ConversionStep.WarmUp, ConversionStep.Link, ConversionStep.Closing],
            StepsOf(GroupSale.From(conversion, Arm.WarmUp, resumedAt)));
    }

    [Fact]
    public void Group_whose_link_is_skipped_gets_no_message_after_it()
    {
        var resumedAt = LinkAt.AddMinutes(20);
        var held = Until(ConversionStep.WarmUp) with { HeldAt = LinkAt.AddHours(-1) };
        var conversion = Changed(new ConversionCommand.Resume(MissedSteps.Skip, "小王", resumedAt), held);

        var sale = GroupSale.From(conversion, Arm.WarmUp, resumedAt);

        Assert.Equal([ConversionStep.WarmUp], StepsOf(sale));
        Assert.Equal((WarmUpAt, ClosesAt), (sale.StartsAt, sale.EndsAt));
    }

    [Fact]
    public void Closing_that_was_missed_while_held_ends_the_conversion_when_it_is_resumed()
    {
        var resumedAt = ClosesAt.AddHours(3);
        var held = Until(ConversionStep.LastCall) with { HeldAt = ClosesAt.AddMinutes(-1) };
        var conversion = Changed(new ConversionCommand.Resume(MissedSteps.Run, "小王", resumedAt), held);

        var sale = GroupSale.From(conversion, Arm.WarmUp, resumedAt);

        Assert.Equal((new SaleMessage(ConversionStep.Closing, resumedAt), resumedAt), (sale.Messages[^1], sale.EndsAt));
    }

    [Theory]
    [Seeds(1, 20261129)]
    public void Messages_lie_in_their_order_between_start_and_end_whatever_happens(ulong seed) =>
        Property.CheckSequences(seed, Commands, commands =>
        {
            var conversion = Planned;
            foreach (var (quarter, command) in commands.OrderBy(timed => timed.Quarter))
            {
                var now = WarmUpAt.AddMinutes(15 * quarter);
                conversion = Changed(command(now), conversion);
                foreach (var arm in Enum.GetValues<Arm>())
                {
                    var sale = GroupSale.From(conversion, arm, now);
                    var instants = sale.Messages.Select(message => message.At).Append(sale.EndsAt).ToList();
                    Assert.Equal(StepsOf(sale).Distinct().Order(), StepsOf(sale));
                    Assert.Equal(instants.Order(), instants);
                    Assert.Equal(instants[0], sale.StartsAt);
                }
            }
        });

    static IEnumerable<ConversionStep> StepsOf(GroupSale sale) => sale.Messages.Select(message => message.Step);

    static Conversion Changed(ConversionCommand command, Conversion conversion) =>
        Rules.Given(conversion).When(command).State;

    static Func<DateTimeOffset, ConversionCommand> BeginStep(ConversionStep step) =>
        at => new ConversionCommand.BeginStep(step, at);

    static Func<DateTimeOffset, ConversionCommand> Resume(MissedSteps missed) =>
        at => new ConversionCommand.Resume(missed, "小王", at);
}
