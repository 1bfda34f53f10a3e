using Community.Care.Health;

namespace FunctionsApp.Care.Health;

/// <summary>
/// How a group does, with reasons and advice in Chinese. Shares are 0 to 1. <c>silentDays</c> and <c>activity</c>, the
/// messages of the week to those of a usual week, are null where the channel does not report messages or the past is
/// too short; <c>promotionShare</c> is null without pushes. <c>day</c> is the last local day that is counted.
/// </summary>
public sealed record GroupHealthView(
    string GroupId,
    GroupHealthState State,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<string> Advice,
    WeeklyLeavesView LeaveRate,
    double? PromotionShare,
    int? SilentDays,
    double? Activity,
    int Unanswered,
    DateOnly Day,
    DateOnly? DyingSince)
{
    public static GroupHealthView From(GroupHealthRecord record) => new(
        record.GroupId,
        record.Health.State,
        [.. record.Health.Reasons.Select(reason => HealthText.ReasonOf(reason, record.Health))],
        HealthText.AdviceOf(record.Health),
        new WeeklyLeavesView(record.Health.Leaves.Seen, record.Health.Leaves.Low, record.Health.Leaves.High),
        record.Health.PromotionShare,
        record.Health.SilentDays,
        record.Health.Activity,
        record.Health.Unanswered,
        record.Day,
        record.DyingSince);
}

/// <summary>
/// The share of members who left within the week, and the range that the group's own past lets expect.
/// </summary>
public sealed record WeeklyLeavesView(double Seen, double? Low, double? High);
