using Community.Pushes.Calendars;
using Community.Pushes.Plans;
using FsCheck.Fluent;

namespace Community.Tests.Pushes.Plans;

public class SlotSchedulePropertyTests
{
    [Theory]
    [Seeds(1, 20261126)]
    public void Occurrences_are_sorted_distinct_and_inside_all_bounds(ulong seed) => Check(seed, (slot, range) =>
    {
        var planned = slot.Between(range.From, range.To);

        Assert.Equal(planned.OrderBy(time => time.At), planned);
        Assert.Distinct(planned.Select(time => time.Identity));
        Assert.Distinct(planned.Where(time => time.MissingHolidayYear is null).Select(time => time.At));
        Assert.All(planned, time =>
        {
            Assert.InRange(time.Date, range.From, range.To);
            Assert.True(time.Date >= slot.Context.PlanStart);
            Assert.True(time.At < slot.Context.GroupEndsAt);
            Assert.Equal((time.Date, time.Time), LocalTimes.LocalOf(time.At, slot.Context.Zone));
        });
    });

    [Theory]
    [Seeds(1, 20261126)]
    public void Adjacent_ranges_give_what_their_union_gives(ulong seed) => Check(seed, (slot, range) => Assert.Equal(
        slot.Between(range.From, range.To),
        slot.Between(range.From, range.Middle).Concat(slot.Between(range.Middle.AddDays(1), range.To))));

    [Theory]
    [Seeds(1, 20261126)]
    public void Only_workdays_remain_under_every_rule_but_run(ulong seed) => Check(seed, (slot, range) =>
    {
        if (slot.Rule is HolidayRule.Run) return;
        var planned = slot.Between(range.From, range.To).ToLookup(time => time.MissingHolidayYear is null);

        Assert.All(planned[true], time => Assert.Equal(DayType.Workday, ChineseWorkdays.TypeOf(time.Date)));
        Assert.All(
            planned[false],
            time => Assert.DoesNotContain(time.MissingHolidayYear!.Value, ChineseWorkdays.Years));
    });

    [Theory]
    [Seeds(1, 20261126)]
    public void Holiday_rule_makes_no_new_identity(ulong seed) => Check(seed, (slot, range) =>
    {
        var (from, to) = (range.From.AddDays(-HolidayRuling.MaxMove), range.To.AddDays(HolidayRuling.MaxMove));
        var run = slot with { Rule = HolidayRule.Run, Context = slot.Context with { GroupEndsAt = null } };

        Assert.Subset(Identities(run.Between(from, to)), Identities(slot.Between(range.From, range.To)));
    });

    static HashSet<string> Identities(IEnumerable<PlannedTime> planned) => [.. planned.Select(time => time.Identity)];

    static void Check(ulong seed, Action<Slot, (DateOnly From, DateOnly Middle, DateOnly To)> holds) => Property.Check(
        seed,
        from trigger in SampleSchedule.Triggers
        from rule in SampleSchedule.Rules
        from context in SampleSchedule.Contexts
        from range in SampleSchedule.Ranges
        select (new Slot(trigger, rule, context), range),
        input => holds(input.Item1, input.range));

    sealed record Slot(PushTrigger Trigger, HolidayRule Rule, ScheduleContext Context)
    {
        public IReadOnlyList<PlannedTime> Between(DateOnly from, DateOnly to) =>
            SlotSchedule.Between(Trigger, Rule, Context, from, to);
    }
}
