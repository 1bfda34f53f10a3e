using Community.Platform.DueWork;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Platform.DueWork;

public class DueWorkRulesTests
{
    static readonly DateTimeOffset Noon = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    static readonly Gen<DateTimeOffset> Instants =
        Gen.Choose(0, 14_400).Select(seconds => Noon.AddSeconds(seconds - 7_200));

    [Theory]
    [Seeds(1, 2)]
    public void Work_is_in_the_queue_or_in_the_range_of_a_step_before_it_is_due(ulong seed) => Property.Check(
        seed,
        Instants.Zip(Instants),
        pair =>
        {
            var (now, at) = pair;
            if (DueWorkRules.IsForQueue(at, now)) return;
            // The first step that begins after the row was written.
            var steps = Enumerable.Range(1, 300).Select(minute => DueWorkRules.MinuteOf(now).AddMinutes(minute));
            var first = steps.First(step => Contains(DueWorkRules.RangeOf(now, step), at));
            Assert.True(at - first >= TimeSpan.FromMinutes(1), $"{at - first} before it is due");
        });

    [Theory]
    [Seeds(1, 2)]
    public void Range_of_a_step_begins_at_least_an_hour_ago(ulong seed) => Property.Check(
        seed,
        Instants.Zip(Instants),
        pair => Assert.True(
            DueWorkRules.RangeOf(pair.Item1, pair.Item2).From <= pair.Item2.AddHours(-1), "a late row is missed"));

    [Theory]
    [Seeds(1, 2)]
    public void Position_never_passes_the_range_that_the_next_step_needs(ulong seed) => Property.Check(
        seed,
        Instants.Zip(Instants),
        pair =>
        {
            var (position, now) = pair;
            if (DueWorkRules.NextPosition(position, now) is { } next)
                Assert.True(next <= now.AddHours(-1), "a row that is being written is missed");
        });

    [Fact]
    public void Position_is_stored_once_an_hour()
    {
        var position = DueWorkRules.NextPosition(null, Noon);
        Assert.Equal(Noon.AddHours(-1), position);
        Assert.Null(DueWorkRules.NextPosition(position, Noon.AddMinutes(59)));
        Assert.Equal(Noon, DueWorkRules.NextPosition(position, Noon.AddMinutes(60)));
    }

    [Fact]
    public void Position_of_a_fast_clock_is_replaced() =>
        Assert.Equal(Noon.AddHours(-1), DueWorkRules.NextPosition(Noon.AddDays(300), Noon));

    [Fact]
    public void Work_of_a_whole_outage_is_in_the_range() =>
        Assert.True(Contains(DueWorkRules.RangeOf(Noon.AddDays(-8), Noon), Noon.AddDays(-8).AddMinutes(1)));

    [Fact]
    public void Work_on_time_is_hidden_until_its_instant() =>
        Assert.Equal(TimeSpan.FromSeconds(75), DueWorkRules.DelayOf(At(Noon.AddSeconds(75)), Noon, ordinal: 5, 10));

    [Theory]
    [Seeds(1, 2)]
    public void Overdue_work_is_spread_over_a_minute_in_its_order(ulong seed) => Property.Check(
        seed,
        Gen.Choose(1, DueWorkRules.MaxOverdue),
        count =>
        {
            var item = At(Noon.AddMinutes(-10));
            var delays = Enumerable.Range(0, count).Select(i => DueWorkRules.DelayOf(item, Noon, i, count)).ToList();
            Assert.Equal(delays.Order(), delays);
            Assert.All(delays, delay => Assert.InRange(delay.TotalSeconds, 0, 59));
            var busiest = delays.CountBy(delay => delay).Max(second => second.Value);
            Assert.True(busiest <= (count / 60) + 1, $"{busiest} of {count} in one second");
        });

    [Theory]
    [Seeds(1, 2)]
    public void Keys_sort_by_minute(ulong seed) => Property.Check(
        seed,
        Instants.Zip(Instants),
        pair =>
        {
            var (one, other) = (At(pair.Item1), At(pair.Item2));
            if (DueWorkRules.MinuteOf(one.At) < DueWorkRules.MinuteOf(other.At))
                Assert.True(string.CompareOrdinal(one.PartitionKey, other.PartitionKey) < 0);
            Assert.True(string.CompareOrdinal(DueWorkItem.MinuteKey(one.At), one.PartitionKey) < 0);
        });

    static bool Contains(HandOverRange range, DateTimeOffset at) => at >= range.From && at < range.Until;

    static DueWorkItem At(DateTimeOffset at) => new("any", at, "{}");
}
