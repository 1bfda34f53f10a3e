using Community.Care.Health;
using Community.Groups;
using Community.Insights.Pushes;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Care.Health;

public sealed class HealthRulesTests
{
    static readonly HealthFacts Lively = new(
        GroupKind.SuperUser,
        Days: 60,
        [.. Enumerable.Repeat(8, HealthFacts.MaxMessageDays)],
        [.. Enumerable.Repeat(new LeaveDay(100, 0), HealthFacts.LeaveDays)],
        Pushes: 7,
        Promotions: 1,
        Unanswered: 0);

    static readonly Gen<HealthFacts> AnyFacts =
        from days in Gen.Choose(0, 60)
        from isReported in Gen.Elements(true, false)
        from silence in Gen.Choose(0, 10)
        from recent in Gen.Choose(0, 9)
        from usual in Gen.Choose(0, 9)
        from left in Gen.Choose(0, 6)
        from pushes in Gen.Choose(0, 8)
        from promotions in Gen.Choose(0, pushes)
        from unanswered in Gen.Choose(0, 2)
        select Lively with
        {
            Days = days,
            Messages = isReported ? MessagesOf(silence, recent, usual, days) : null,
            Leaves = LeavesOf(left, Math.Min(days, HealthFacts.LeaveDays)),
            Pushes = pushes,
            Promotions = promotions,
            Unanswered = unanswered,
        };

    [Fact]
    public void Lively_group_is_healthy_without_a_reason()
    {
        var health = HealthRules.Assess(Lively);

        Assert.Equal(GroupHealthState.Healthy, health.State);
        Assert.Empty(health.Reasons);
        Assert.Equal((0, 1.0), (health.SilentDays, health.Activity));
    }

    [Theory]
    [InlineData(2, GroupHealthState.Healthy)]
    [InlineData(3, GroupHealthState.Quiet)]
    [InlineData(6, GroupHealthState.Quiet)]
    [InlineData(7, GroupHealthState.Dying)]
    public void Silence_makes_a_group_quiet_and_then_dying(int silence, GroupHealthState expected)
    {
        // Those who do post, post more, so that only the silence counts.
        var health = HealthRules.Assess(Lively with { Messages = MessagesOf(silence, recent: 40, usual: 8, days: 60) });

        Assert.Equal((expected, silence), (health.State, health.SilentDays));
    }

    [Theory]
    [InlineData(4, GroupHealthState.Quiet)]
    [InlineData(5, GroupHealthState.Healthy)]
    public void Group_that_posts_half_as_much_as_before_is_quiet(int recent, GroupHealthState expected) => Assert.Equal(
        expected,
        HealthRules.Assess(Lively with { Messages = MessagesOf(silence: 0, recent, usual: 8, days: 60) }).State);

    [Theory]
    [InlineData(3, 2, GroupHealthState.Healthy)]
    [InlineData(3, 3, GroupHealthState.Healthy)]
    [InlineData(4, 2, GroupHealthState.Healthy)]
    [InlineData(4, 3, GroupHealthState.Flooded)]
    [InlineData(10, 5, GroupHealthState.Healthy)]
    [InlineData(10, 6, GroupHealthState.Flooded)]
    public void Group_is_flooded_when_most_pushes_are_advertisements(
        int pushes, int promotions, GroupHealthState expected) => Assert.Equal(
        expected, HealthRules.Assess(Lively with { Pushes = pushes, Promotions = promotions }).State);

    [Fact]
    public void Group_whose_messages_are_not_known_is_dying_when_a_fifth_left_in_a_week()
    {
        var unknown = Lively with { Messages = null };

        Assert.Equal(GroupHealthState.Quiet, HealthRules.Assess(unknown with { Leaves = LeavesOf(2, 21) }).State);
        Assert.Equal(GroupHealthState.Dying, HealthRules.Assess(unknown with { Leaves = LeavesOf(3, 21) }).State);
    }

    [Fact]
    public void Leaves_that_the_groups_own_past_lets_expect_are_no_reason()
    {
        IReadOnlyList<LeaveDay> usual = [.. Enumerable.Repeat(new LeaveDay(100, 3), HealthFacts.LeaveDays)];

        var health = HealthRules.Assess(Lively with { Leaves = usual });

        Assert.Equal(GroupHealthState.Healthy, health.State);
        Assert.InRange(health.Leaves.Seen, health.Leaves.Low!.Value, health.Leaves.High!.Value);
        Assert.Equal(0.21, health.Leaves.Seen, tolerance: 0.001);
    }

    [Fact]
    public void Flash_group_is_not_assessed() => Assert.Equal(
        GroupHealthState.Healthy,
        HealthRules.Assess(Lively with { Kind = GroupKind.Flash, Pushes = 9, Promotions = 9 }).State);

    [Theory]
    [Seeds(1, 20261127)]
    public void State_has_a_reason_and_a_young_group_only_those_that_need_no_past(ulong seed) =>
        Property.Check(seed, AnyFacts, facts =>
        {
            var health = HealthRules.Assess(facts);

            var needed = health.Reasons.Where(reason => reason is not HealthReason.Unanswered).ToList();
            Assert.Equal(health.State is GroupHealthState.Healthy, needed.Count == 0);
            Assert.Equal(facts.Unanswered > 0, health.Reasons.Contains(HealthReason.Unanswered));
            Assert.Equal(health.State is GroupHealthState.Flooded, needed.Contains(HealthReason.Promotions));
            if (facts.Days <= HealthFacts.Week)
                Assert.True(health.State is GroupHealthState.Healthy or GroupHealthState.Flooded);
            Assert.True(health.Leaves.Low is null || health.Leaves.Low <= health.Leaves.High);
            var advice = HealthText.AdviceOf(health);
            Assert.Equal(health.Reasons.Count + (health.State is GroupHealthState.Dying ? 1 : 0), advice.Count);
            Assert.All(health.Reasons, reason => Assert.NotEmpty(HealthText.ReasonOf(reason, health)));
        });

    [Theory]
    [Seeds(1, 20261127)]
    public void More_silence_and_more_leaves_never_make_a_group_healthier(ulong seed) =>
        Property.Check(seed, AnyFacts, facts =>
        {
            var rank = RankOf(facts);
            if (rank is null) return;
            var left = facts.Leaves.Select((day, back) => back < 7 ? day with { Leaves = day.Leaves + 1 } : day);
            Assert.True(RankOf(facts with { Leaves = [.. left] }) >= rank);
            if (facts.Messages is not { } messages) return;
            var silence = messages.TakeWhile(count => count == 0).Count();
            IReadOnlyList<int> quieter = [.. messages.Select((count, back) => back <= silence ? 0 : count)];
            Assert.True(RankOf(facts with { Messages = quieter }) >= rank);
        });

    // Null for a flooded group, which is another illness.
    static int? RankOf(HealthFacts facts) => HealthRules.Assess(facts).State switch
    {
        GroupHealthState.Healthy => 0,
        GroupHealthState.Quiet => 1,
        GroupHealthState.Dying => 2,
        _ => null,
    };

    static IReadOnlyList<int> MessagesOf(int silence, int recent, int usual, int days) =>
    [
        .. Enumerable.Range(0, Math.Min(days, HealthFacts.MaxMessageDays))
            .Select(back => back < silence ? 0 : back < HealthFacts.Week ? recent : usual),
    ];

    static IReadOnlyList<LeaveDay> LeavesOf(int left, int days) =>
        [.. Enumerable.Range(0, days).Select(back => new LeaveDay(100, back < HealthFacts.Week ? left : 0))];
}
