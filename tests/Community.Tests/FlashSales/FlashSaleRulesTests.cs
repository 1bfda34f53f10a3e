using Community.FlashSales;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.FlashSales;

public class FlashSaleRulesTests
{
    static readonly Decider<FlashSaleCommand, FlashSale, FlashSaleEvent> Rules = new(FlashSaleRules.Decide, FlashSaleRules.Evolve);

    static readonly DateTimeOffset Opens = Instants.Evening;

    static readonly DateTimeOffset Closes = Opens.AddHours(2);

    static readonly FlashSale Planned = new("sale-1", "周五快闪", "flash-1", Opens, Closes, "再见", FlashSaleState.Planned, Opens.AddDays(-1));

    static readonly Gen<DateTimeOffset> Ats = Gen.Choose(-60, 240).Select(minute => Opens.AddMinutes(minute));

    static readonly Gen<FlashSaleCommand> Commands = Gen.OneOf<FlashSaleCommand>(
        from closesAt in Gen.Elements(true, false).Zip(Ats, DateTimeOffset? (given, at) => given ? at : null)
        from farewell in Gen.Elements(null, "再见", "下次见")
        select (FlashSaleCommand)new FlashSaleCommand.Edit(closesAt, farewell),
        Ats.Select(FlashSaleCommand (at) => new FlashSaleCommand.Close(at)),
        Gen.Elements(Enum.GetValues<FlashSaleState>()).Select(FlashSaleCommand (state) => new FlashSaleCommand.Advance(state)));

    [Fact]
    public void An_edit_changes_what_it_names_and_nothing_else()
    {
        Rules.Given(Planned)
            .When(new FlashSaleCommand.Edit(Closes.AddHours(1), "下次见"))
            .Then(new FlashSaleEvent.Rescheduled(Closes.AddHours(1)), new FlashSaleEvent.FarewellChanged("下次见"));
        Rules.Given(Planned).When(new FlashSaleCommand.Edit(null, "下次见")).Then(new FlashSaleEvent.FarewellChanged("下次见"));
        Rules.Given(Planned).When(new FlashSaleCommand.Edit(null, null)).ThenNothing();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    public void A_sale_cannot_close_before_it_opens_or_as_it_opens(int minutes)
    {
        var outcome = Rules.Given(Planned).When(new FlashSaleCommand.Edit(Opens.AddMinutes(minutes), "下次见"));

        Assert.Equal("closesAt", Assert.IsType<FlashSaleEvent.Refused>(Assert.Single(outcome.Events)).Field);
        Assert.Equal(Planned, outcome.State);
    }

    [Theory]
    [InlineData(FlashSaleState.Closing)]
    [InlineData(FlashSaleState.Dissolving)]
    [InlineData(FlashSaleState.Dissolved)]
    public void A_sale_that_is_ending_is_not_changed_any_more(FlashSaleState state)
    {
        var outcome = Rules.Given(Planned, new FlashSaleEvent.Advanced(state)).When(new FlashSaleCommand.Edit(Closes.AddHours(1), null));

        Assert.Equal("state", Assert.IsType<FlashSaleEvent.Refused>(Assert.Single(outcome.Events)).Field);
        Assert.Equal(Closes, outcome.State.ClosesAt);
    }

    [Fact]
    public void An_edit_that_is_repeated_after_the_sale_has_begun_to_end_is_a_repeat_and_not_refused() =>
        Rules.Given(Planned, new FlashSaleEvent.FarewellChanged("下次见"), new FlashSaleEvent.Advanced(FlashSaleState.Closing))
            .When(new FlashSaleCommand.Edit(Closes, "下次见"))
            .ThenNothing();

    [Fact]
    public void Closing_a_sale_brings_its_end_forward_to_that_instant() =>
        Rules.Given(Planned, new FlashSaleEvent.Advanced(FlashSaleState.Open))
            .When(new FlashSaleCommand.Close(Opens.AddMinutes(30)))
            .Then(new FlashSaleEvent.Rescheduled(Opens.AddMinutes(30)));

    [Fact]
    public void Closing_never_puts_the_end_off()
    {
        Rules.Given(Planned).When(new FlashSaleCommand.Close(Closes.AddMinutes(1))).ThenNothing();
        Rules.Given(Planned, new FlashSaleEvent.Advanced(FlashSaleState.Closing)).When(new FlashSaleCommand.Close(Opens)).ThenNothing();
    }

    [Theory]
    [Seeds(1, 20261120)]
    public void A_sale_only_moves_forward_and_a_repeat_changes_nothing(ulong seed) => Property.CheckSequences(seed, Commands, commands =>
    {
        var sale = Planned;
        foreach (var command in commands)
        {
            var outcome = Rules.Given(sale).When(command);
            var refused = outcome.Events.OfType<FlashSaleEvent.Refused>().Any();

            Assert.True(outcome.State.State >= sale.State, $"{sale.State} became {outcome.State.State} by {command}");
            if (refused) Assert.Single(outcome.Events);
            if (refused) Assert.Same(sale, outcome.State);
            else outcome.When(command).ThenNothing();
            if (!sale.IsEditable) Assert.Equal((sale.ClosesAt, sale.Farewell), (outcome.State.ClosesAt, outcome.State.Farewell));
            sale = outcome.State;
        }
    });
}
