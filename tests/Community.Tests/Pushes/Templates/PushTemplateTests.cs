using System.Text;
using Community.Content;
using Community.Groups;
using Community.Pushes.Calendars;
using Community.Pushes.Guards;
using Community.Pushes.Occurrences;
using Community.Pushes.Plans;
using Community.Pushes.Sending;
using Community.Pushes.Templates;
using Community.Tests.Content;
using static Community.Tests.Pushes.Guards.SamplePushes;

namespace Community.Tests.Pushes.Templates;

public sealed class PushTemplateTests
{
    const int FourWeeks = 28;

    const string GroupId = "vip-1";

    public static TheoryData<string> Ids => [.. PushTemplates.All.Select(template => template.Id)];

    [Fact]
    public void Every_kind_of_group_that_lasts_has_a_plan_and_delivery_groups_have_two()
    {
        Assert.Equal(
            [
                ("delivery-learning", GroupKind.Delivery),
                ("delivery-service", GroupKind.Delivery),
                ("new-buyer-week", GroupKind.NewBuyer),
                ("super-user-rhythm", GroupKind.SuperUser),
            ],
            PushTemplates.All.Select(template => (template.Id, template.Kind)));
        Assert.Null(PushTemplates.Find("no-such-template"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Plan_and_each_slot_say_why_in_Chinese(string id)
    {
        var template = Template(id);

        Assert.All([template.Why, .. template.Slots.Select(slot => slot.Why)], why =>
            Assert.InRange(why.EnumerateRunes().Count(IsChinese), 20, 300));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Triggers_pass_the_checks_of_a_posted_plan(string id) =>
        Assert.All(Template(id).Slots, slot =>
            Assert.Null(TriggerRules.Check(slot.At, HolidayRule.Run, Monday, Zone)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Samples_pass_the_checks_of_a_posted_item_without_an_acknowledgement(string id) =>
        Assert.All(Drafts(Template(id)), draft => Assert.Empty(ContentRules.CreationFaults(draft)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Four_weeks_of_the_samples_pass_all_guards_whatever_the_day_of_the_start(string id)
    {
        var template = Template(id);
        foreach (var today in Enumerable.Range(0, 60).Select(Monday.AddDays))
        {
            var forecast = Play(template, template.FirstDay(today));

            Assert.NotEmpty(forecast);
            Assert.All(forecast, push => Assert.Equal(
                (push.Push.SlotId, null as PushSkip), (push.Push.SlotId, (push.Outcome as PushOutcome.Skip)?.Reason)));
            Assert.All(forecast, push => Assert.Equal(push.Push.DueAt, push.At));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_promotion_comes_in_the_first_four_days(string id)
    {
        var start = Template(id).FirstDay(Monday);

        var first = Play(Template(id), start).First(push => push.Item!.Body.Kind is ContentKind.Promotion);

        Assert.True(DateOf(first.At) >= start.AddDays(4));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Useful_fun_and_scarce_items_come_within_four_weeks(string id)
    {
        var kinds = Play(Template(id), Template(id).FirstDay(Monday)).Select(push => push.Item!.Body.Kind).ToHashSet();

        Assert.Superset(new HashSet<ContentKind> { ContentKind.Useful, ContentKind.Fun, ContentKind.Scarce }, kinds);
    }

    [Theory]
    [InlineData("super-user-rhythm", "2026-11-23", "2026-11-23")]
    [InlineData("super-user-rhythm", "2026-11-24", "2026-11-30")]
    [InlineData("super-user-rhythm", "2026-11-29", "2026-11-30")]
    [InlineData("new-buyer-week", "2026-11-25", "2026-11-25")]
    public void Weekly_rhythm_starts_on_a_Monday_and_a_plan_of_days_at_once(string id, string today, string first) =>
        Assert.Equal(Date(first), Template(id).FirstDay(Date(today)));

    [Fact]
    public void Ids_of_samples_differ_between_templates_and_slots()
    {
        var ids = PushTemplates.All.SelectMany(Drafts).Select(draft => draft.Id).ToList();

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("new-buyer-week-unbox-1", ids);
        Assert.All(ids, id => Assert.Matches("^[a-z0-9-]{3,40}$", id));
    }

    static PushTemplate Template(string id) => PushTemplates.Find(id)!;

    static IEnumerable<ContentItem> Drafts(PushTemplate template) =>
        template.ToDrafts("小林", SampleContent.LinkBase, At(-10, 9));

    // A group that opens on the first day, which members join every day, and whose library holds only the samples.
    static IReadOnlyList<ForecastPush> Play(PushTemplate template, DateOnly start)
    {
        var last = start.AddDays(FourWeeks - 1);
        var plan = new PushPlan(
            "plan",
            template.Name,
            new PushAudience([GroupId], [], []),
            [.. template.Slots.Select(slot => slot.ToSlot())],
            start,
            At(-10, 9));
        var context = new ScheduleContext(
            Zone,
            start,
            LocalTimes.InstantOf(start, new TimeOnly(9, 0), Zone),
            GroupEndsAt: null,
            new Dictionary<NamedInstant, DateTimeOffset>(),
            Enumerable.Range(0, FourWeeks).Select(start.AddDays).ToHashSet());
        var pushes =
            from slot in plan.Slots
            from time in SlotSchedule.Between(slot.At, slot.Holiday, context, start, last)
            let push = CalendarRules.ToPush(new PlannedPush(plan, slot, time), GroupId, Limits.Lateness)
            select new DuePush(push, slot.Draw, IsPlanPaused: false);
        var library = new PushLibrary(Drafts(template)
            .Select(draft => draft with { State = ContentState.Approved, ApprovedAt = At(-9, 9) })
            .ToDictionary(item => item.Id, item => new PushContent(item)));
        var situation = OpenGroup with { Kind = template.Kind, CostsTap = true };
        return PushForecast.Play(
            pushes, new PushFacts(situation, Limits, Zone, library, new Dictionary<DateOnly, int>()));
    }

    static bool IsChinese(Rune rune) => rune.Value is >= 0x4e00 and <= 0x9fff;

    static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    static DateOnly DateOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).Date);
}
