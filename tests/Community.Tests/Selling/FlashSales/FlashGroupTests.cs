using Community.Selling.FlashSales;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Selling.FlashSales;

public class FlashGroupTests
{
    static readonly Gen<FlashSaleState> States = Gen.Elements(Enum.GetValues<FlashSaleState>());

    [Theory]
    [InlineData(FlashSaleState.Selling, FlashSaleState.Planned, FlashSaleState.Selling)]
    [InlineData(FlashSaleState.Selling, FlashSaleState.Closing, FlashSaleState.Selling)]
    [InlineData(FlashSaleState.Selling, FlashSaleState.Dissolved, FlashSaleState.Selling)]
    [InlineData(FlashSaleState.Closing, FlashSaleState.Dissolving, FlashSaleState.Closing)]
    [InlineData(FlashSaleState.Dissolving, FlashSaleState.Dissolved, FlashSaleState.Dissolving)]
    [InlineData(FlashSaleState.Selling, FlashSaleState.Overdue, FlashSaleState.Overdue)]
    [InlineData(FlashSaleState.Dissolved, FlashSaleState.Dissolved, FlashSaleState.Dissolved)]
    public void The_state_of_a_sale_follows_from_its_groups(
        FlashSaleState one, FlashSaleState other, FlashSaleState whole) =>
        Assert.Equal(whole, FlashGroup.OverallState([one, other]));

    [Theory]
    [Seeds(1, 20261124)]
    public void A_sale_is_gone_only_when_every_group_is_and_overdue_when_any_is(ulong seed) =>
        Property.CheckSequences(seed, States, states =>
        {
            if (states.Count == 0) return;
            var whole = FlashGroup.OverallState([.. states]);

            Assert.Contains(whole, states);
            Assert.Equal(states.All(state => state is FlashSaleState.Dissolved), whole is FlashSaleState.Dissolved);
            Assert.Equal(states.Contains(FlashSaleState.Overdue), whole is FlashSaleState.Overdue);
        });

    [Theory]
    [Seeds(1, 20261124)]
    public void A_group_only_moves_forward_and_knows_since_when_it_is_being_dissolved(ulong seed) =>
        Property.CheckSequences(seed, States, states =>
        {
            var (group, now) = (FlashGroup.Planned("flash-1"), Instants.Evening);
            foreach (var state in states)
            {
                now = now.AddMinutes(1);
                var moved = group.Advance(new FlashGroup("flash-1", state, FlashGroupWait.Channel), now);

                Assert.True(moved.State >= group.State);
                Assert.Equal(moved.State >= FlashSaleState.Dissolving, moved.DissolvingSince is not null);
                if (group.DissolvingSince is { } since) Assert.Equal(since, moved.DissolvingSince);
                group = moved;
            }
        });

    [Fact]
    public void An_unconfirmed_dissolution_is_overdue_after_an_hour()
    {
        var group = FlashGroup.Planned("flash-1").Advance(
            new FlashGroup("flash-1", FlashSaleState.Dissolving, FlashGroupWait.Staff, "task-1"), Instants.Evening);

        Assert.Equal(FlashSaleState.Dissolving, group.StateAt(Instants.Evening.AddHours(1).AddTicks(-1)));
        Assert.Equal(FlashSaleState.Overdue, group.StateAt(Instants.Evening.AddHours(1)));
        Assert.Equal(
            FlashSaleState.Dissolved,
            group.Advance(
                group with { State = FlashSaleState.Dissolved },
                Instants.Evening.AddHours(2)).StateAt(Instants.Evening.AddHours(3)));
    }

    [Theory]
    [InlineData("快来 {link}", "https://shop.example", true)]
    [InlineData("快来", null, true)]
    [InlineData("快来 {link}", null, false)]
    [InlineData("快来", "https://shop.example", false)]
    [InlineData("快来 {link} {price}", "https://shop.example", false)]
    [InlineData("快来 {link} {}", "https://shop.example", false)]
    public void A_text_knows_its_placeholders(string text, string? url, bool isRight) =>
        Assert.Equal(isRight, FlashWave.PlaceholderFault(text, url) is null);
}
