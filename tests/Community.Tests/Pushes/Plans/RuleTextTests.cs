using Community.Pushes.Calendars;
using Community.Pushes.Plans;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Pushes.Plans;

/// <summary>Texts of rules are written by people: each is refused with a reason or gives times.</summary>
public class RuleTextTests
{
    static readonly ScheduleContext Context = SampleSchedule.Context;

    static readonly Gen<string> Crons = Texts("*", "1", "15", "31", "60", "-", "/", ",", "L", "W", "#2", "?", "MON");

    static readonly Gen<string> Lists = Texts(
        "MO", "-1SU", "5FR", "1", "-1", "31", "366", ",", "20270101", "T000000Z", "");

    static readonly Gen<string> Rrules =
        from frequency in Gen.Elements("DAILY", "WEEKLY", "MONTHLY", "YEARLY", "daily", "HOURLY", "")
        from parts in (
            from name in Gen.Elements(
                "BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS",
                "WKST", "COUNT", "UNTIL", "INTERVAL")
            from list in Lists
            select $"{name}={list}").ListOf()
        select string.Join(';', parts.Take(3).Prepend($"FREQ={frequency}"));

    [Theory]
    [Seeds(1, 20261126)]
    public void Cron_is_refused_or_gives_times(ulong seed) => Check(
        seed,
        from fields in Crons.ListOf(5)
        select new PushTrigger.Recurring(Cron: string.Join(' ', fields)),
        "at.cron");

    [Theory]
    [Seeds(1, 20261126)]
    public void Rrule_is_refused_or_gives_times(ulong seed) => Check(
        seed,
        Rrules.Select(text => new PushTrigger.Recurring(Rrule: text, Time: SampleSchedule.Evening)),
        "at.rrule");

    static void Check(ulong seed, Gen<PushTrigger.Recurring> triggers, string field) =>
        Property.Check(seed, triggers, trigger =>
        {
            var refusal = TriggerRules.Check(trigger, HolidayRule.Run, Context.PlanStart, Context.Zone);
            var (from, to) = (Context.PlanStart, Context.PlanStart.AddDays(60));
            if (refusal is null) SlotSchedule.Between(trigger, HolidayRule.Run, Context, from, to);
            else Assert.Equal(field, refusal.Field);
        });

    static Gen<string> Texts(params string[] tokens) =>
        from count in Gen.Choose(1, 3)
        from text in Gen.Elements(tokens).ListOf(count)
        select string.Concat(text);
}
