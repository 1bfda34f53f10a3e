using Community.Groups;
using Community.Insights.Pushes;

namespace Community.Care.Health;

/// <summary>
/// Assesses a group against its own past. A flash group is not assessed: it lives for one sale. A group in its first
/// week has no past, so only advertisements and missing answers count.
/// </summary>
public static class HealthRules
{
    /// <summary>Above this share of advertisements a group with enough pushes is flooded.</summary>
    public const double MaxPromotionShare = 0.5;

    const int MinPushes = 4;
    const int QuietAfterDays = 3;
    const int DyingAfterDays = 7;
    const double QuietActivity = 0.5;
    const double DyingActivity = 0.2;
    // The share of members whose loss in one week is a sign of the end where messages are not known.
    const double DyingLeaves = 0.2;
    // Fewer messages in a usual week say nothing about this one.
    const double MinUsualMessages = 10;

    public static GroupHealth Assess(HealthFacts facts)
    {
        var (leaves, activity) = (LeavesOf(facts), ActivityOf(facts));
        var silence = SilenceOf(facts);
        var share = facts.Pushes == 0 ? (double?)null : (double)facts.Promotions / facts.Pushes;
        var health = new GroupHealth(
            GroupHealthState.Healthy, [], leaves, share, silence, activity, facts.Unanswered);
        return facts.Kind is GroupKind.Flash
            ? health
            : health with { State = StateOf(health, facts), Reasons = [.. ReasonsOf(health, facts)] };
    }

    static GroupHealthState StateOf(GroupHealth health, HealthFacts facts)
    {
        if (IsFlooded(health, facts)) return GroupHealthState.Flooded;
        if (facts.Days <= HealthFacts.Week) return GroupHealthState.Healthy;
        if (IsDying(health, facts)) return GroupHealthState.Dying;
        var isQuiet = health.SilentDays >= QuietAfterDays || health.Activity <= QuietActivity || health.Leaves.IsHigh;
        return isQuiet ? GroupHealthState.Quiet : GroupHealthState.Healthy;
    }

    static bool IsFlooded(GroupHealth health, HealthFacts facts) =>
        facts.Pushes >= MinPushes && health.PromotionShare > MaxPromotionShare;

    static bool IsDying(GroupHealth health, HealthFacts facts) =>
        health.SilentDays >= DyingAfterDays
        || (health.Activity <= DyingActivity && health.Leaves.IsHigh)
        || (facts.Messages is null && health.Leaves is { IsHigh: true, Seen: >= DyingLeaves });

    static IEnumerable<HealthReason> ReasonsOf(GroupHealth health, HealthFacts facts)
    {
        if (IsFlooded(health, facts)) yield return HealthReason.Promotions;
        if (facts.Unanswered > 0) yield return HealthReason.Unanswered;
        if (facts.Days <= HealthFacts.Week) yield break;
        if (health.SilentDays >= QuietAfterDays) yield return HealthReason.Silence;
        if (health.Activity <= QuietActivity) yield return HealthReason.LessActivity;
        if (health.Leaves.IsHigh) yield return HealthReason.MoreLeaves;
    }

    static int? SilenceOf(HealthFacts facts) => facts.Messages?.TakeWhile(count => count == 0).Count();

    static double? ActivityOf(HealthFacts facts)
    {
        if (facts.Messages is not { } messages) return null;
        var before = messages.Skip(HealthFacts.Week).ToList();
        if (before.Count < HealthFacts.Week) return null;
        var usual = before.Average() * HealthFacts.Week;
        return usual < MinUsualMessages ? null : messages.Take(HealthFacts.Week).Sum() / usual;
    }

    // A day is one chance to leave for each member, so the range of a week is one of all its days.
    static WeeklyLeaves LeavesOf(HealthFacts facts)
    {
        List<LeaveDay> week = [.. facts.Leaves.Take(HealthFacts.Week)];
        var (chances, left) = (week.Sum(day => day.Members), week.Sum(day => day.Leaves));
        if (chances == 0) return new WeeklyLeaves(0, null, null);
        var members = (double)chances / week.Count;
        var range = LeaveRange.Predict(chances, [.. facts.Leaves.Skip(HealthFacts.Week).Take(LeaveRange.MaxDays)]);
        return new WeeklyLeaves(left / members, range?.Low / members, range?.High / members);
    }
}
