using Community.Pushes.Calendars;
using FsCheck.Fluent;

namespace Community.Tests.Pushes.Calendars;

public class LocalTimesTests
{
    [Theory]
    [InlineData("America/New_York", "2026-03-08T02:30", "2026-03-08T03:00-04:00")]
    [InlineData("Europe/Berlin", "2026-03-29T02:00", "2026-03-29T03:00+02:00")]
    [InlineData("Europe/Berlin", "2026-03-29T02:59", "2026-03-29T03:00+02:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04T02:30+11:00")]
    [InlineData("Africa/Cairo", "2026-04-24T00:30", "2026-04-24T01:00+03:00")]
    public void Time_in_a_gap_is_the_first_instant_after_it(string zone, string local, string instant) =>
        Assert.Equal(Parse(instant), InstantOf(local, zone));

    [Theory]
    [InlineData("America/New_York", "2026-11-01T01:30", "2026-11-01T01:30-04:00")]
    [InlineData("Europe/Berlin", "2026-10-25T02:00", "2026-10-25T02:00+02:00")]
    [InlineData("Europe/Berlin", "2026-10-25T02:59", "2026-10-25T02:59+02:00")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-05T01:45+11:00")]
    public void Time_that_occurs_twice_is_the_earlier_instant(string zone, string local, string instant) =>
        Assert.Equal(Parse(instant), InstantOf(local, zone));

    [Theory]
    [InlineData("America/New_York", "2026-03-08T01:59", "2026-03-08T01:59-05:00")]
    [InlineData("America/New_York", "2026-03-08T03:00", "2026-03-08T03:00-04:00")]
    [InlineData("America/New_York", "2026-11-01T00:59", "2026-11-01T00:59-04:00")]
    [InlineData("America/New_York", "2026-11-01T02:00", "2026-11-01T02:00-05:00")]
    public void Times_beside_a_gap_and_an_overlap_stay(string zone, string local, string instant) =>
        Assert.Equal(Parse(instant), InstantOf(local, zone));

    [Theory]
    [Seeds(1, 20261126)]
    public void Later_local_time_is_never_an_earlier_instant(ulong seed) => Property.Check(
        seed,
        Gen.Elements("America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Shanghai")
            .Zip(Gen.Choose(0, 366 * 24 * 60)),
        input =>
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(input.Item1);
            var local = new DateTime(2026, 1, 1).AddMinutes(input.Item2);

            Assert.True(InstantOf(local, zone) <= InstantOf(local.AddMinutes(1), zone), $"{local:O}");
            var shown = LocalTimes.LocalOf(InstantOf(local, zone), zone);
            Assert.True(zone.IsInvalidTime(local) || shown.Date.ToDateTime(shown.Time) == local, $"{local:O}");
        });

    static DateTimeOffset InstantOf(string local, string zone) =>
        InstantOf(DateTime.Parse(local), TimeZoneInfo.FindSystemTimeZoneById(zone));

    static DateTimeOffset InstantOf(DateTime local, TimeZoneInfo zone) =>
        LocalTimes.InstantOf(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), zone);

    static DateTimeOffset Parse(string instant) => DateTimeOffset.Parse(instant);
}
