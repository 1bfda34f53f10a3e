using Community.Platform;
using Community.Pushes.Occurrences;
using Community.Pushes.Plans;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Pushes.Plans;

public sealed class CalendarRulesTests
{
    const string Group = "vip-1";

    static readonly TimeSpan Lateness = TimeSpan.FromHours(2);

    static readonly PushPlan Plan = SamplePlan.Of("daily", SamplePlan.Slot("s1", "tea-101"));

    static readonly Gen<IReadOnlyList<PlannedPush>> Calendars =
        Gen.Choose(0, 13).ListOf().Select(IReadOnlyList<PlannedPush> (days) =>
            [.. days.Distinct().Select(day => Planned(day))]);

    [Fact]
    public void New_occurrences_are_added_and_the_same_calendar_again_changes_nothing()
    {
        var change = CalendarRules.Compare(Group, [Planned(1), Planned(2)], [], Lateness);

        Assert.Equal([Planned(1).Time.At, Planned(2).Time.At], change.Added.Select(push => push.DueAt));
        Assert.All(change.Added, push => Assert.Equal(Lateness, push.Lateness));
        Assert.True(CalendarRules.Compare(Group, [Planned(1), Planned(2)], change.Added, Lateness).IsEmpty);
    }

    [Fact]
    public void Occurrence_that_is_gone_is_removed_and_one_that_a_person_changed_is_skipped()
    {
        var stored = Stored(1, 2);
        var held = Decide(stored[1], new PushCommand.Hold("小王", Reason: null, stored[1].DueAt.AddDays(-1)));

        var change = CalendarRules.Compare(Group, [], [stored[0], held], Lateness);

        Assert.Equal([stored[0]], change.Removed);
        Assert.Equal(PushSkipCause.PlanChanged, Assert.Single(change.Changed).Skip!.Cause);
    }

    [Fact]
    public void Moved_push_keeps_its_instant_and_its_item_when_the_plan_changes()
    {
        var push = Stored(1)[0];
        var moved = Decide(
            push, new PushCommand.Move("小王", Reason: null, push.DueAt.AddDays(-1), push.DueAt.AddHours(3)));

        Assert.True(CalendarRules.Compare(Group, [Planned(1, "tea-102")], [moved], Lateness).IsEmpty);
    }

    [Fact]
    public void Other_item_and_lateness_of_the_slot_are_taken_over()
    {
        var change = CalendarRules.Compare(Group, [Planned(1, "tea-102")], Stored(1), TimeSpan.FromHours(1));

        var push = Assert.Single(change.Changed);
        Assert.Equal(("tea-102", TimeSpan.FromHours(1)), (push.ContentId, push.Lateness));
    }

    [Fact]
    public void Occurrence_whose_holidays_are_not_known_is_skipped_with_its_year()
    {
        var planned = Planned(1);
        var unknown = planned with { Time = planned.Time with { MissingHolidayYear = 2027 } };

        var push = Assert.Single(CalendarRules.Compare(Group, [unknown], [], Lateness).Added);

        Assert.Equal((PushState.Skipped, PushSkipCause.HolidaysUnknown), (push.State, push.Skip!.Cause));
        Assert.Contains("2027", push.Skip.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [Seeds(1, 20261126)]
    public void Stored_calendar_becomes_that_of_the_plans(ulong seed) =>
        Property.Check(seed, Calendars.Zip(Calendars), pair =>
        {
            var (before, after) = pair;
            var stored = CalendarRules.Compare(Group, before, [], Lateness).Added;

            var change = CalendarRules.Compare(Group, after, stored, Lateness);

            var result = stored.Except(change.Removed).Concat(change.Added).Select(push => push.Id);
            Assert.Equal(after.Select(push => push.IdIn(Group)).Order(), result.Order());
        });

    static PlannedPush Planned(int day, string content = "tea-101")
    {
        var date = new DateOnly(2026, 9, 1).AddDays(day);
        var time = new PlannedTime(date, new TimeOnly(10, 30), new(date, new TimeOnly(10, 30), TimeSpan.FromHours(8)))
        {
            Identity = $"{date:yyyyMMdd}1030",
        };
        return new PlannedPush(Plan, Plan.Slots[0] with { ContentId = content }, time);
    }

    static IReadOnlyList<Push> Stored(params IReadOnlyList<int> days) =>
        CalendarRules.Compare(Group, [.. days.Select(day => Planned(day))], [], Lateness).Added;

    static Push Decide(Push push, PushCommand command) =>
        PushRules.Decide(command, push).Aggregate(push, PushRules.Evolve);
}
