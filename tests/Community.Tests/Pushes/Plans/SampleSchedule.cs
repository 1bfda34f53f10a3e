using Community.Pushes.Calendars;
using Community.Pushes.Plans;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Pushes.Plans;

static class SampleSchedule
{
    public static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    public static readonly TimeOnly Evening = new(20, 0);

    /// <summary>The link of conversion <c>tea</c>, 2026-09-28 22:00 in Shanghai.</summary>
    public static readonly DateTimeOffset LinkAt = new(2026, 9, 28, 22, 0, 0, TimeSpan.FromHours(8));

    /// <summary>A group in Shanghai that opened on the first day of the plan, 2026-09-01, at 09:00.</summary>
    public static readonly ScheduleContext Context = new(
        Shanghai,
        new DateOnly(2026, 9, 1),
        new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.FromHours(8)),
        GroupEndsAt: null,
        new Dictionary<NamedInstant, DateTimeOffset>
        {
            [new NamedInstant(RelativeTo.LinkAt, CampaignId: null, "tea")] = LinkAt,
        },
        new HashSet<DateOnly>());

    public static readonly Gen<HolidayRule> Rules = Gen.Elements(Enum.GetValues<HolidayRule>());

    // Times in gaps and overlaps are frequent.
    static readonly Gen<TimeOnly> Times = Gen.Elements(
        new TimeOnly(1, 30), new TimeOnly(2, 0), new TimeOnly(2, 30), new TimeOnly(3, 0), Evening);

    static readonly Gen<string> Crons = Gen.Elements(
        "30 10 * * *", "*/30 1-3 * * *", "0 10,20 * * 1-5", "15 9 1,15 * *", "0 12 13 * 5", "0 8 L * *",
        "0 2 * 3,10 0");

    static readonly Gen<string> Rrules = Gen.Elements(
        "FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=DAILY;COUNT=40", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU",
        "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYDAY=1MO", "FREQ=WEEKLY;BYDAY=SU;UNTIL=20261001T013000Z");

    static readonly Gen<LunarDay> LunarDays =
        from month in Gen.Choose(1, 12)
        from day in Gen.Choose(1, 30)
        from leap in Gen.Elements(false, false, true)
        select new LunarDay(month, day, leap);

    static readonly Gen<DateOnly> Dates = Gen.Choose(0, 500).Select(new DateOnly(2025, 9, 1).AddDays);

    public static readonly Gen<PushTrigger> Triggers = Gen.OneOf(
        Gen.Choose(1, 120).Zip(Times).Select(PushTrigger (pair) => new PushTrigger.DayOffset(pair.Item1, pair.Item2)),
        Dates.Zip(Times).Select(PushTrigger (pair) => new PushTrigger.Once(
            new DateTimeOffset(pair.Item1.ToDateTime(pair.Item2), TimeSpan.Zero))),
        Crons.Zip(Dates.OrNull()).Select(PushTrigger (pair) => new PushTrigger.Recurring(
            Cron: pair.Item1, Until: pair.Item2)),
        Rrules.Zip(Times).Select(PushTrigger (pair) => new PushTrigger.Recurring(
            Rrule: pair.Item1, Time: pair.Item2)),
        LunarDays.Zip(Times).Select(PushTrigger (pair) => new PushTrigger.Recurring(
            Lunar: pair.Item1, Time: pair.Item2)),
        Gen.Choose(-40, 40).Zip(Times).Select(PushTrigger (pair) => new PushTrigger.Relative(
            RelativeTo.LinkAt, CampaignId: null, "tea", pair.Item1, pair.Item2)),
        Gen.Choose(1, 9).Zip(Times).Select(PushTrigger (pair) => new PushTrigger.Cohort(pair.Item1, pair.Item2)));

    public static readonly Gen<ScheduleContext> Contexts =
        from zone in Gen.Elements(Shanghai, Berlin, NewYork)
        from start in Dates
        from opened in Gen.Choose(0, 90 * 24 * 60)
        from end in Gen.Elements(5, 100, 1000)
        from joins in Gen.Choose(0, 300).ListOf()
        let openedAt = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(opened)
        select Context with
        {
            Zone = zone,
            PlanStart = start,
            GroupOpenedAt = openedAt,
            GroupEndsAt = openedAt.AddDays(end),
            JoinDates = joins.Select(start.AddDays).ToHashSet(),
        };

    /// <summary>Three dates in order.</summary>
    public static readonly Gen<(DateOnly From, DateOnly Middle, DateOnly To)> Ranges =
        from date in Dates
        from first in Gen.Choose(0, 60)
        from second in Gen.Choose(1, 60)
        select (date, date.AddDays(first), date.AddDays(first + second));

    static Gen<DateOnly?> OrNull(this Gen<DateOnly> dates) =>
        Gen.OneOf(Gen.Constant<DateOnly?>(null), dates.Select(DateOnly? (date) => date));
}
