using Community.Groups;
using Community.Insights.Pushes;

namespace Community.Care.Health;

/// <summary>
/// What is known of a group on whole local days that ended. <paramref name="Days"/> is its age in them.
/// <paramref name="Messages"/> are those that members posted by day, the latest first and at most
/// <see cref="MaxMessageDays"/>; null where the channel does not report messages. <paramref name="Leaves"/> are by day,
/// the latest first. <paramref name="Pushes"/> of the week were sent, <paramref name="Promotions"/> of them
/// advertisements. <paramref name="Unanswered"/> counts feedback without an answer.
/// </summary>
public sealed record HealthFacts(
    GroupKind Kind,
    int Days,
    IReadOnlyList<int>? Messages,
    IReadOnlyList<LeaveDay> Leaves,
    int Pushes,
    int Promotions,
    int Unanswered)
{
    /// <summary>The days of a week, over which a group is assessed.</summary>
    public const int Week = 7;

    /// <summary>The week, and the four weeks before it as the group's own past.</summary>
    public const int MaxMessageDays = 5 * Week;

    /// <summary>
    /// The days of leaves that an assessment reads: the week, and the past of <see cref="LeaveRange"/>.
    /// </summary>
    public const int LeaveDays = Week + LeaveRange.MaxDays;
}
