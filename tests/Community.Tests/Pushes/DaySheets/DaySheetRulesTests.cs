using Community.Pushes.DaySheets;
using Community.Pushes.Occurrences;
using FsCheck;
using FsCheck.Fluent;
using static Community.Tests.Pushes.Guards.SamplePushes;
using static Community.Tests.Pushes.Occurrences.SamplePush;

namespace Community.Tests.Pushes.DaySheets;

public class DaySheetRulesTests
{
    const string Owner = "lin";

    static readonly DateTimeOffset Opening = At(0, 8, 30);

    static readonly Gen<(int Minutes, PushState State, bool IsReminded)> Pushes =
        from minutes in Gen.Choose(-60, 720)
        from state in Gen.Elements(Enum.GetValues<PushState>())
        from isReminded in Gen.Elements(true, false)
        select (minutes, state, isReminded);

    [Fact]
    public void Sheet_opens_at_half_past_eight_and_is_due_at_the_end_of_its_last_push()
    {
        Push[] pushes = [Planned, Planned with { Id = "evening", DueAt = At(0, 20) }];

        Assert.Equal(new DaySheetDecision.Wait(Opening), Decide(pushes, Opening.AddMinutes(-1)));
        var open = Assert.IsType<DaySheetDecision.Open>(Decide(pushes, Opening));
        Assert.Equal((2, At(0, 22), true), (open.Count, open.DueAt, open.HasNew));
    }

    [Fact]
    public void Sheet_opens_five_minutes_before_a_push_that_is_earlier()
    {
        Push[] pushes = [Planned with { DueAt = At(0, 7) }, Planned with { Id = "evening" }];

        Assert.Equal(new DaySheetDecision.Wait(At(0, 6, 55)), Decide(pushes, At(0, 6)));
        Assert.IsType<DaySheetDecision.Open>(Decide(pushes, At(0, 6, 55)));
    }

    [Fact]
    public void Push_that_was_counted_is_not_new_and_one_that_joins_is()
    {
        var open = Assert.IsType<DaySheetDecision.Open>(Decide([Planned], Opening));

        var again = Assert.IsType<DaySheetDecision.Open>(Decide([Planned], Opening, open.After));
        var joined = Assert.IsType<DaySheetDecision.Open>(
            Decide([Planned, Planned with { Id = "joined" }], Opening, open.After));

        Assert.Equal((1, false), (again.Count, again.HasNew));
        Assert.Equal((2, true), (joined.Count, joined.HasNew));
    }

    [Fact]
    public void Sheet_without_pushes_is_over() => Assert.IsType<DaySheetDecision.End>(Decide([], Opening));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(23, 59, 0)]
    [InlineData(24, 0, 1)]
    public void Push_belongs_to_the_local_day_to_which_guards_postponed_it(int hour, int minute, int day) =>
        Assert.Equal(
            Monday.AddDays(day),
            DaySheetRules.DayOf(
                Planned with { DueAt = At(0, 0), NotBefore = At(0, 0).AddHours(hour).AddMinutes(minute) }, Zone));

    [Theory]
    [Seeds(1, 20261127)]
    public void Sheet_ends_exactly_when_all_its_pushes_are_over_and_is_due_after_each(ulong seed) =>
        Property.CheckSequences(seed, Pushes, made =>
        {
            Push[] pushes = [.. made.Select((push, i) => Planned with
            {
                Id = $"push-{i}",
                DueAt = Opening.AddMinutes(push.Minutes),
                State = push.State,
                RemindedAt = push.IsReminded ? Opening : null,
            })];
            var coming = pushes.Where(push => !push.IsOver).ToList();

            switch (Decide(pushes, Opening))
            {
                case DaySheetDecision.Open open:
                    Assert.All(coming, push => Assert.True(push.EndsAt <= open.DueAt));
                    Assert.Contains(coming, push => push.EndsAt == open.DueAt);
                    Assert.Equal(pushes.Count(push => push.State is not PushState.Skipped), open.Count);
                    Assert.Equal(made.Count(push => push.IsReminded), open.Reminders);
                    Assert.Subset(
                        open.After.PushIds.ToHashSet(), coming.Select(push => push.Id).ToHashSet());
                    break;
                case DaySheetDecision.End:
                    Assert.Empty(coming);
                    break;
                default:
                    Assert.Fail("It is half past eight.");
                    break;
            }
        });

    static DaySheetDecision Decide(IReadOnlyList<Push> pushes, DateTimeOffset now, DaySheet? sheet = null) =>
        DaySheetRules.Decide(Owner, Monday, sheet, pushes, now, Zone);
}
