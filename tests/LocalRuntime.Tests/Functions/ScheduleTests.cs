using System.Globalization;
using LocalRuntime.Functions.Timers;
using Xunit;

namespace LocalRuntime.Tests.Functions;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "UTC", "2026-12-01T00:00:00Z", "2026-12-01T00:05:00Z")]
    [InlineData("*/5 * * * *", "UTC", "2026-12-01T00:00:00Z", "2026-12-01T00:05:00Z")]
    [InlineData("0 30 9 * * 1-5", "Asia/Shanghai", "2026-12-04T02:00:00Z", "2026-12-07T01:30:00Z")]
    [InlineData("0 30 2 * * *", "Europe/Berlin", "2027-03-27T12:00:00Z", "2027-03-28T01:30:00Z")] // skipped that night
    [InlineData("0 30 2 * * *", "Europe/Berlin", "2027-10-30T12:00:00Z", "2027-10-31T01:30:00Z")] // the second of two
    public void Next_slot_is_after_the_instant_in_the_zone(
        string expression, string zone, string after, string next) =>
        Assert.Equal(
            At(next), Schedule.TryParse(expression, TimeZoneInfo.FindSystemTimeZoneById(zone))!.After(At(after)));

    [Fact]
    public void Slots_are_in_order_across_a_daylight_saving_change()
    {
        var schedule = Schedule.TryParse("0 */20 * * * *", TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"))!;
        var slots = new List<DateTimeOffset> { At("2027-10-30T20:00:00Z") };
        while (slots[^1] < At("2027-10-31T06:00:00Z")) slots.Add(schedule.After(slots[^1]));
        Assert.Equal(slots.Order(), slots);
        Assert.Equal(slots.Count, slots.Distinct().Count());
        Assert.True(slots.Zip(slots.Skip(1), (a, b) => b - a).Max() <= TimeSpan.FromMinutes(80));
    }

    static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
