using Community.Pushes.Calendars;
using Community.Pushes.Plans;
using TestSupport;

namespace FunctionsApp.Tests.Pushes.Calendars;

/// <summary>The calendars of pushes against independent implementations.</summary>
public sealed class CalendarPeerTests
{
    const int Rules = 60;

    static readonly DateOnly From = new(2026, 1, 1);

    static readonly DateOnly To = new(2026, 12, 31);

    [Theory]
    [InlineData(1)]
    [InlineData(20_261_126)]
    public async Task Cron_gives_the_local_times_of_cron_parser_for_a_year(int seed)
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        var random = new Random(seed);
        var rules = Enumerable.Range(0, Rules).Select(_ => RandomRules.Cron(random)).ToList();

        var answer = await NodeCalendars.RunAsync(rules.Select(rule => CronRequest(rule, TimeZoneInfo.Utc)));

        Assert.All(rules.Zip(answer.Cron), pair => Assert.True(
            CronTimes(pair.First, TimeZoneInfo.Utc).SequenceEqual(pair.Second), pair.First));
        Assert.True(answer.Cron.Count(times => times.Count > 1) > Rules / 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20_261_126)]
    public async Task Rrule_gives_the_dates_of_rrule_js(int seed)
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        var random = new Random(seed);
        var rules = Enumerable.Range(0, Rules).Select(_ =>
        {
            var start = From.AddDays(random.Next(300));
            return new NodeCalendars.RruleRequest(RandomRules.Rrule(random, start), start, start.AddYears(2));
        }).ToList();

        var answer = await NodeCalendars.RunAsync(rules);

        Assert.All(rules.Zip(answer.Rrule), pair =>
        {
            var ((rule, start, to), expected) = pair;
            var later = start.AddDays(200);
            Assert.True(Dates(pair.First, start, to).SequenceEqual(expected), $"{rule} from {start:O}");
            Assert.True(
                Dates(pair.First, later, to).SequenceEqual(expected.Where(date => date >= later)),
                $"{rule} from {start:O}, read from {later:O}");
        });
        Assert.True(answer.Rrule.Count(dates => dates.Count > 1) > Rules / 2);
    }

    [Fact]
    public async Task Instants_are_those_of_cron_parser_on_both_sides_of_clock_changes()
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        // 02:30 in a gap is left out: cron-parser moves it by the length of the gap, to 03:30.
        string[] rules = ["0 2 * 3,10,11 *", "30 1 * 3,10,11 *", "30 3 * 3,10,11 *", "15 10 * * 1", "59 23 L * *"];
        string[] zones = ["America/New_York", "Europe/Berlin", "Asia/Shanghai"];
        var slots = zones.Select(TimeZoneInfo.FindSystemTimeZoneById)
            .SelectMany(zone => rules.Select(rule => (Rule: rule, Zone: zone)))
            .ToList();

        var answer = await NodeCalendars.RunAsync(slots.Select(slot => CronRequest(slot.Rule, slot.Zone)));

        Assert.All(
            slots.Zip(answer.Cron),
            pair => Assert.Equal(pair.Second, CronTimes(pair.First.Rule, pair.First.Zone)));
    }

    [Fact]
    public async Task Lunar_dates_are_those_of_lunar_javascript()
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        var (from, to) = (new DateOnly(2024, 1, 1), new DateOnly(2044, 12, 31));

        var answer = await NodeCalendars.DaysAsync(from, to);

        var expected = answer.Days.ToLookup(
            day => new LunarDay(day.LunarMonth, day.LunarDay, day.Leap), day => day.Date);
        var every =
            from month in Enumerable.Range(1, 12)
            from day in Enumerable.Range(1, 30)
            from leap in new[] { false, true }
            select new LunarDay(month, day, leap);
        Assert.All(every, day => Assert.Equal(expected[day], LunarCalendar.DatesBetween(day, from, to)));
    }

    [Fact]
    public async Task Workdays_are_those_of_chinese_days_in_every_year_with_data()
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        var from = new DateOnly(ChineseWorkdays.Years[0], 1, 1);
        var to = new DateOnly(ChineseWorkdays.Years[^1], 12, 24);

        var answer = await NodeCalendars.DaysAsync(from, to);

        Assert.Equal(to.DayNumber - from.DayNumber + 1, answer.Days.Count);
        Assert.All(answer.Days, day => Assert.Equal(
            (day.Date, day.Workday ? DayType.Workday : DayType.RestDay),
            (day.Date, ChineseWorkdays.TypeOf(day.Date))));
    }

    static IEnumerable<DateOnly> Dates(NodeCalendars.RruleRequest rule, DateOnly from, DateOnly to)
    {
        var schedule = RruleSchedule.TryParse(rule.Rule, out var fault);
        Assert.True(schedule is not null, $"{rule.Rule} {fault}");
        return schedule.DatesBetween(rule.Start, TimeOnly.MinValue, TimeZoneInfo.Utc, from, to);
    }

    static NodeCalendars.CronRequest CronRequest(string rule, TimeZoneInfo zone) => new(
        rule,
        zone.Id,
        LocalTimes.InstantOf(From, TimeOnly.MinValue, zone),
        LocalTimes.InstantOf(To, new TimeOnly(23, 59), zone));

    static IEnumerable<DateTimeOffset> CronTimes(string rule, TimeZoneInfo zone)
    {
        var context = new ScheduleContext(
            zone, From, null, null, new Dictionary<NamedInstant, DateTimeOffset>(), new HashSet<DateOnly>());
        return SlotSchedule.Between(new PushTrigger.Recurring(Cron: rule), HolidayRule.Run, context, From, To)
            .Select(planned => planned.At);
    }
}
