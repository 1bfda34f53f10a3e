using System.Globalization;
using Community.Platform.Texts;

namespace Community.Care.Health;

/// <summary>Says in Chinese why a group is in its state and what to do.</summary>
public static class HealthText
{
    public static string ReasonOf(HealthReason reason, GroupHealth health) => Phrasebook.Chinese.Format(
        $"health.reason.{reason}",
        ("days", Number(health.SilentDays ?? 0)),
        ("activity", Percent(health.Activity ?? 0)),
        ("leaves", Percent(health.Leaves.Seen)),
        ("high", Percent(health.Leaves.High ?? 0)),
        ("share", Percent(health.PromotionShare ?? 0)),
        ("unanswered", Number(health.Unanswered)));

    /// <summary>What to do about each reason, and about a dying group as a whole.</summary>
    public static IReadOnlyList<string> AdviceOf(GroupHealth health) =>
    [
        .. health.Reasons.Select(reason => Phrasebook.Chinese.Template($"health.advice.{reason}")),
        .. EndAdviceOf(health.State),
    ];

    static IEnumerable<string> EndAdviceOf(GroupHealthState state) =>
        state is GroupHealthState.Dying ? [Phrasebook.Chinese.Template("health.advice.end")] : [];

    static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    static string Percent(double share) => share.ToString("0.#%", CultureInfo.InvariantCulture);
}
