using Community.Platform;
using Community.Selling.FlashSales;

namespace Community.Tests.Selling.FlashSales;

public class FlashSaleRulesTests
{
    static readonly Decider<FlashSaleCommand, FlashSale, FlashSaleEvent> Rules = new(
        FlashSaleRules.Decide, FlashSaleRules.Evolve);

    static readonly FlashSale Planned = SampleFlashSale.Sale;

    static DateTimeOffset Opens => SampleFlashSale.Opens;

    static DateTimeOffset Closes => SampleFlashSale.Closes;

    [Fact]
    public void An_edit_changes_what_it_names_and_nothing_else()
    {
        var waves = new[] { SampleFlashSale.Wave(20), SampleFlashSale.Wave(80) };
        Rules.Given(Planned)
            .When(Edit(Closes.AddHours(1), "下次见", waves, 7))
            .Then(
                new FlashSaleEvent.Rescheduled(Closes.AddHours(1)),
                new FlashSaleEvent.FarewellChanged("下次见"),
                new FlashSaleEvent.WavesChanged(waves),
                new FlashSaleEvent.QuantityChanged(7));
        Rules.Given(Planned).When(Edit(farewell: "下次见")).Then(new FlashSaleEvent.FarewellChanged("下次见"));
        Rules.Given(Planned).When(
            Edit(Planned.ClosesAt, Planned.Farewell, [.. Planned.Waves], Planned.Quantity)).ThenNothing();
    }

    [Fact]
    public void Edit_that_clears_the_quantity_makes_the_sale_unlimited() =>
        Rules.Given(Planned)
            .When(Edit() with { Quantity = new Optional<int?>(null) })
            .Then(new FlashSaleEvent.QuantityChanged(null));

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(601)]
    public void A_sale_closes_after_it_opens_and_before_a_charter_ends(int minutes) =>
        RefusedAt("closesAt", Edit(Opens.AddMinutes(minutes), "下次见"));

    [Theory]
    [InlineData(-1, 60)]
    [InlineData(60, 60)]
    [InlineData(60, 30)]
    [InlineData(60, 120)]
    public void Waves_come_one_after_the_other_within_the_sale(int first, int second)
    {
        var outcome = Rules.Given(Planned).When(
            Edit(waves: [SampleFlashSale.Wave(first), SampleFlashSale.Wave(second)]));

        Assert.StartsWith("waves[", Refused(outcome).Field, StringComparison.Ordinal);
    }

    [Fact]
    public void Sent_waves_are_final_and_the_others_can_change()
    {
        var at = Opens.AddMinutes(30);
        var selling = Rules.Given(Planned, new FlashSaleEvent.WaveBegun(0));

        foreach (
            var waves in new[]
            {
                [],
                new[] { SampleFlashSale.Wave(30) with { Text = "改了" }, SampleFlashSale.Wave(60) },
                [SampleFlashSale.Wave(31), SampleFlashSale.Wave(60)],
            })
            Assert.Equal(RefusalKind.Conflict, Refused(selling.When(Edit(waves: waves, at: at))).Kind);
        FlashWave[] later = [SampleFlashSale.Wave(30), SampleFlashSale.Wave(90)];
        selling.When(Edit(waves: later, at: at)).Then(new FlashSaleEvent.WavesChanged(later));
    }

    [Fact]
    public void A_wave_is_not_put_into_the_past() =>
        RefusedAt("waves[0].at", Edit(waves: [SampleFlashSale.Wave(10)], at: Opens.AddMinutes(10)));

    [Fact]
    public void A_sale_that_is_over_or_sold_out_is_not_changed_any_more()
    {
        foreach (
            var happened in new FlashSaleEvent[]
            {
                new FlashSaleEvent.Ended(Opens),
                new FlashSaleEvent.SoldOut(Opens.AddMinutes(1)),
            })
            Assert.Equal(
                RefusalKind.Conflict,
                Refused(Rules.Given(Planned, happened).When(Edit(Closes.AddHours(1), at: Opens.AddMinutes(2)))).Kind);
        Assert.Equal(RefusalKind.Conflict, Refused(Rules.Given(Planned).When(Edit(farewell: "下次见", at: Closes))).Kind);
    }

    [Fact]
    public void An_edit_that_is_repeated_after_the_sale_is_over_is_a_repeat_and_not_refused() =>
        Rules.Given(
            Planned,
            new FlashSaleEvent.FarewellChanged("下次见"),
            new FlashSaleEvent.Ended(Closes)).When(Edit(Closes, "下次见", at: Closes)).ThenNothing();

    [Fact]
    public void Closing_a_sale_brings_its_end_forward_even_while_it_is_held()
    {
        Rules.Given(Planned).When(new FlashSaleCommand.Close(Opens.AddMinutes(30))).Then(
            new FlashSaleEvent.Rescheduled(Opens.AddMinutes(30)));
        Rules.Given(Planned, new FlashSaleEvent.Held())
            .When(new FlashSaleCommand.Close(Closes.AddMinutes(30)))
            .Then(new FlashSaleEvent.Rescheduled(Closes.AddMinutes(30)), new FlashSaleEvent.Resumed());
        Rules.Given(Planned).When(new FlashSaleCommand.Close(Closes.AddMinutes(1))).ThenNothing();
    }

    [Fact]
    public void Sold_out_ends_a_sale_once_and_a_sale_that_is_over_does_not_sell_out()
    {
        var at = Opens.AddMinutes(5);
        var soldOut = Rules.Given(Planned).When(new FlashSaleCommand.SellOut(at)).Then(new FlashSaleEvent.SoldOut(at));

        Assert.Equal(
            (at, "sold out", true), (soldOut.State.EndsAt, soldOut.State.EndReason, soldOut.State.IsOverAt(at)));
        soldOut.When(new FlashSaleCommand.SellOut(at.AddMinutes(1))).ThenNothing();
        Rules.Given(Planned).When(new FlashSaleCommand.SellOut(Closes)).ThenNothing();
    }

    [Fact]
    public void A_held_sale_sends_no_wave_and_is_not_over_until_a_charter_ends()
    {
        var held = Rules.Given(Planned, new FlashSaleEvent.Held());

        held.When(new FlashSaleCommand.BeginWave(0, Opens.AddMinutes(30))).ThenNothing();
        held.When(new FlashSaleCommand.End(Closes.AddHours(1))).ThenNothing();
        held.When(new FlashSaleCommand.End(Planned.MustEndBy)).Then(new FlashSaleEvent.Ended(Planned.MustEndBy));
    }

    [Theory]
    [Seeds(1, 20261120)]
    public void Sent_waves_stay_a_sale_stays_over_and_a_repeat_changes_nothing(ulong seed) =>
        Property.CheckSequences(seed, SampleFlashSale.Commands, commands =>
        {
            var (sale, now) = (Planned, Opens.AddHours(-1));
            foreach (var (command, minutes) in commands)
            {
                now = now.AddMinutes(minutes);
                var timed = SampleFlashSale.At(command, now);
                var outcome = Rules.Given(sale).When(timed);
                var after = outcome.State;

                if (outcome.Events.Any(happened => happened is FlashSaleEvent.Refused)) Assert.Same(sale, after);
                else outcome.When(timed).ThenNothing();
                Assert.Equal(sale.Waves.Take(sale.WavesBegun), after.Waves.Take(sale.WavesBegun));
                Assert.True(after.WavesBegun >= sale.WavesBegun);
                Assert.Null(FlashWave.InstantFault(after.Waves, after.OpensAt, Planned.MustEndBy));
                Assert.True(after.ClosesAt <= Planned.MustEndBy);
                if (sale.IsOverAt(now))
                    Assert.True(
                        after.IsOverAt(now) && after.WavesBegun == sale.WavesBegun,
                        $"{timed} did something to a sale that was over");
                if (sale.EndedAt is not null)
                    Assert.Equal(
                        (sale.EndedAt, sale.ClosesAt, sale.Farewell), (after.EndedAt, after.ClosesAt, after.Farewell));
                sale = after;
            }
        });

    static FlashSaleCommand.Edit Edit(
        DateTimeOffset? closesAt = null,
        string? farewell = null,
        IReadOnlyList<FlashWave>? waves = null,
        int? quantity = null,
        DateTimeOffset? at = null) =>
        new(
            closesAt,
            farewell,
            waves,
            quantity is null ? default : new Optional<int?>(quantity),
            at ?? Planned.CreatedAt);

    static void RefusedAt(string field, FlashSaleCommand command)
    {
        var outcome = Rules.Given(Planned).When(command);

        Assert.Equal(field, Refused(outcome).Field);
        Assert.Same(Planned, outcome.State);
    }

    static Refusal Refused(Decider<FlashSaleCommand, FlashSale, FlashSaleEvent>.Outcome outcome) =>
        Assert.IsType<FlashSaleEvent.Refused>(Assert.Single(outcome.Events)).Refusal;
}
