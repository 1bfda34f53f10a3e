using Community.Content;
using Community.Groups;
using Community.Pushes.Guards;
using static Community.Tests.Pushes.Guards.SamplePushes;

namespace Community.Tests.Pushes.Guards;

/// <summary>Whatever is requested in whatever order, no limit is breached. The checks do not use the rules.</summary>
public class PushWeekTests
{
    static readonly GroupKind[] Kinds = [GroupKind.NewBuyer, GroupKind.SuperUser, GroupKind.Delivery];

    [Theory]
    [Seeds(1, 2, 3)]
    public void Allowed_push_never_exceeds_a_quota_with_the_messages_of_sales(ulong seed) =>
        CheckWeeks(seed, (kind, messages) => SampleWeek.After(kind, messages, week =>
        {
            var pushed = week.Allowed[^1];
            var (day, dates) = (SampleWeek.DateOf(pushed.At), Dates(week));
            Assert.InRange(dates.Count(date => date == day), 1, 3);
            for (var first = day.AddDays(-6); first <= day; first = first.AddDays(1))
                Assert.InRange(dates.Count(date => date >= first && date <= first.AddDays(6)), 0, 12);
            var others = week.History.Entries.Where(entry => entry.Key != pushed.Key);
            Assert.All(others, other => Assert.True((other.At - pushed.At).Duration().TotalMinutes >= 90));
        }));

    [Theory]
    [Seeds(1, 2, 3)]
    public void Pushes_without_sales_never_exceed_a_quota(ulong seed) => CheckPushes(seed, (_, week) =>
    {
        var dates = Dates(week);
        Assert.All(dates.CountBy(date => date), day => Assert.InRange(day.Value, 1, 3));
        Assert.All(dates, first => Assert.InRange(dates.Count(d => d >= first && d <= first.AddDays(6)), 1, 12));
        var instants = week.Allowed.Select(push => push.At).Order().ToList();
        Assert.All(instants.Zip(instants.Skip(1)), pair => Assert.True((pair.Second - pair.First).TotalMinutes >= 90));
    });

    [Theory]
    [Seeds(1, 2, 3)]
    public void Pushes_never_break_the_mix(ulong seed) => CheckPushes(seed, (kind, week) =>
    {
        var most = kind switch { GroupKind.NewBuyer => 3, GroupKind.SuperUser => 2, _ => 1 };
        var promotions = week.Allowed
            .OrderBy(push => push.At)
            .Select(push => push.Kind is ContentKind.Promotion)
            .ToList();
        for (var last = 0; last < promotions.Count; last++)
        {
            if (!promotions[last]) continue;
            var window = promotions.Take(last + 1).TakeLast(10).ToList();
            Assert.InRange(window.Count(promotion => promotion), 1, window.Count < 10 ? 1 : most);
            Assert.True(last > 0, "The first push is a promotion.");
            Assert.False(promotions[last - 1], "Two promotions follow each other.");
        }
    });

    [Theory]
    [Seeds(1, 2, 3)]
    public void Pushes_keep_to_the_window_and_their_lateness(ulong seed) => CheckWeeks(seed, (kind, messages) =>
        Assert.All(SampleWeek.After(kind, messages).Allowed, push =>
        {
            Assert.InRange(push.At.ToOffset(TimeSpan.FromHours(8)).TimeOfDay.TotalMinutes, 9 * 60, (21.5 * 60) - 1);
            Assert.InRange(push.At - push.PlannedAt, TimeSpan.Zero, TimeSpan.FromHours(2));
        }));

    [Theory]
    [Seeds(1, 2, 3)]
    public void Only_attached_items_are_pushed_in_the_blackout(ulong seed) => CheckWeeks(seed, (kind, messages) =>
        Assert.All(
            SampleWeek.After(kind, messages).Allowed.Where(push => push.ConversionId is null),
            push => Assert.False(push.At >= At(3, 10) && push.At < At(5, 20))));

    [Theory]
    [Seeds(1, 2, 3)]
    public void Item_never_comes_again_within_its_interval(ulong seed) => CheckWeeks(seed, (kind, messages) =>
        Assert.All(
            SampleWeek.After(kind, messages).Allowed.Where(push => push.ReuseDays > 0).GroupBy(push => push.ContentId),
            item =>
            {
                var days = item.Select(push => SampleWeek.DateOf(push.PlannedAt).DayNumber).Order().ToList();
                var interval = item.First().ReuseDays;
                Assert.All(days.Zip(days.Skip(1)), pair => Assert.True(pair.Second - pair.First >= interval));
            }));

    [Theory]
    [Seeds(1, 2, 3)]
    public void Owner_never_gets_more_taps_than_a_day_allows(ulong seed) => CheckWeeks(seed, (kind, messages) =>
    {
        var taps = SampleWeek.After(kind, messages).Allowed.Where(SampleWeek.CostsTap);
        Assert.All(taps.CountBy(push => SampleWeek.DateOf(push.At)), day => Assert.InRange(day.Value, 1, 2));
    });

    [Theory]
    [Seeds(1, 2, 3)]
    public void Push_that_was_allowed_is_allowed_again_and_does_not_count_twice(ulong seed) =>
        CheckWeeks(seed, (kind, messages) => SampleWeek.After(kind, messages, week =>
        {
            var pushed = week.Allowed[^1];
            Assert.Equal(new PushDecision.Allow(), week.Decide(pushed).Decision);
            Assert.Equal(week.History.Entries, week.History.Add(pushed.ToEntry(Zone)).Entries);
        }));

    [Theory]
    [Seeds(1, 2, 3)]
    public void Decision_does_not_depend_on_the_order_in_which_the_history_was_written(ulong seed) =>
        CheckWeeks(seed, (kind, messages) =>
        {
            var week = SampleWeek.After(kind, messages.SkipLast(1));
            var reversed = History(week.History.Entries.Reverse());

            Assert.All(messages.TakeLast(1), message =>
                Assert.Equal(week.Decide(message.Request), week.Decide(message.Request, reversed)));
        });

    // The seed selects the kind of group, so that the fixed seeds check all three.
    static void CheckWeeks(ulong seed, Action<GroupKind, IReadOnlyList<SampleMessage>> check)
    {
        var kind = Kinds[(int)(seed % (ulong)Kinds.Length)];
        Property.CheckSequences(seed, SampleMessage.Any, messages => check(kind, messages));
    }

    static void CheckPushes(ulong seed, Action<GroupKind, SampleWeek> check) => CheckWeeks(
        seed,
        (kind, messages) => check(kind, SampleWeek.After(kind, messages.Where(message => !message.IsSale))));

    static List<DateOnly> Dates(SampleWeek week) =>
        [.. week.History.Entries.Select(entry => SampleWeek.DateOf(entry.At))];
}
