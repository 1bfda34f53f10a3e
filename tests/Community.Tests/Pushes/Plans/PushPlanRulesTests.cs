using Community.Content;
using Community.Groups;
using Community.Platform;
using Community.Pushes.Calendars;
using Community.Pushes.Draws;
using Community.Pushes.Occurrences;
using Community.Pushes.Plans;
using Community.Tests.Groups;

namespace Community.Tests.Pushes.Plans;

public sealed class PushPlanRulesTests
{
    static readonly Decider<PushPlanCommand, PushPlan, PushPlanEvent> Rules =
        new(PushPlanRules.Decide, PushPlanRules.Evolve);

    static readonly DateTimeOffset At = SampleSchedule.LinkAt;

    static readonly PushPlan Plan = SamplePlan.Of("daily", SamplePlan.Slot("s1", "tea-101"));

    [Fact]
    public void Paused_plan_resumes_and_repeats_change_nothing()
    {
        var paused = Rules.Given(Plan).When(new PushPlanCommand.Pause("小王", "热点", At));

        Assert.Equal(PushPlanState.Paused, paused.State.State);
        paused.When(new PushPlanCommand.Pause("小王", "热点", At)).ThenNothing();
        var resumed = paused.When(new PushPlanCommand.Resume("小李", Reason: null, At));
        Assert.Equal(PushPlanState.Active, resumed.State.State);
        Assert.Equal(["小王", "小李"], resumed.State.Changes.Select(change => change.By));
        resumed.When(new PushPlanCommand.Resume("小李", Reason: null, At)).ThenNothing();
    }

    [Fact]
    public void Edit_replaces_what_it_names_and_an_edit_to_the_same_changes_nothing()
    {
        var draw = SamplePlan.Slot("s2", contentId: null) with { Draw = new ContentDraw(ContentKind.Fun, ["茶"]) };
        var edited = Rules.Given(Plan).When(
            new PushPlanCommand.Edit("晚间", Audience: null, [draw], "小王", Reason: null, At));

        Assert.Equal(("晚间", Plan.Audience), (edited.State.Name, edited.State.Audience));
        Assert.Equal([draw], edited.State.Slots);
        var same = draw with { Draw = new ContentDraw(ContentKind.Fun, ["茶"]) };
        edited
            .When(new PushPlanCommand.Edit("晚间", Plan.Audience with { }, [same], "小王", Reason: null, At))
            .ThenNothing();
    }

    [Fact]
    public void History_keeps_the_latest_changes()
    {
        var plan = Plan;
        for (var i = 0; i < PushPlanRules.MaxChanges; i++)
        {
            plan = Rules.Given(plan).When(new PushPlanCommand.Pause("小王", Reason: null, At)).State;
            plan = Rules.Given(plan).When(new PushPlanCommand.Resume("小李", Reason: null, At)).State;
        }

        Assert.Equal(PushPlanRules.MaxChanges, plan.Changes.Count);
        Assert.Equal(PushPlanAction.Resume, plan.Changes[^1].Action);
    }

    [Theory]
    [InlineData("vip-1", "tea-101", true)]
    [InlineData("vip-1", "tea-102", false)]
    [InlineData("vip-2", "tea-101", false)]
    public void Plan_that_brings_the_same_item_to_the_same_group_overlaps(string group, string content, bool overlaps)
    {
        var other = SamplePlan.Of("other", SamplePlan.Slot("s1", content)) with
        {
            Audience = new PushAudience([group], [], []),
        };

        var fault = PushPlanRules.FindOverlap(other, [Plan]);

        Assert.Equal(overlaps ? RefusalKind.Conflict : null, fault?.Kind);
        Assert.Null(PushPlanRules.FindOverlap(Plan, [Plan]));
    }

    [Fact]
    public void Audience_has_named_groups_kinds_and_tags_but_no_flash_group()
    {
        var audience = new PushAudience(["tea-1"], [GroupKind.SuperUser], ["春茶"]);
        var group = SampleGroup.OpenGroup();

        Assert.True(audience.Contains(group));
        Assert.False(audience.Contains(group with { Id = "tea-2" }));
        Assert.True(audience.Contains(group with { Id = "tea-2", Kind = GroupKind.SuperUser }));
        Assert.True(audience.Contains(group with { Id = "tea-2", Tags = ["春茶"] }));
        Assert.False(audience.Contains(group with { Kind = GroupKind.Flash, Tags = ["春茶"] }));
    }
}

static class SamplePlan
{
    public static PushPlan Of(string id, params IReadOnlyList<PushSlot> slots) => new(
        id,
        "每日分享",
        new PushAudience(["vip-1"], [], []),
        slots,
        new DateOnly(2026, 9, 1),
        SampleSchedule.LinkAt);

    public static PushSlot Slot(string id, string? contentId) => new(
        id,
        new PushTrigger.Recurring(Cron: "30 10 * * *"),
        HolidayRule.Run,
        contentId,
        Draw: null,
        Lateness: null,
        MissedPushPolicy.Skip);
}
