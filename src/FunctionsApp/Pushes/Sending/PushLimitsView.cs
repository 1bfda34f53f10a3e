using Community.Pushes.Calendars;
using Community.Pushes.Guards;

namespace FunctionsApp.Pushes.Sending;

/// <summary>The brand's limits of pushes. Times are <c>HH:mm</c> in the brand's zone.</summary>
public sealed record PushLimitsView(
    string WindowStart,
    string WindowEnd,
    int LatenessMinutes,
    int PerDay,
    int PerWeek,
    int SpacingMinutes,
    int OwnerTapsPerDay,
    int NewBuyerPromotionPercent,
    int SuperUserPromotionPercent,
    int DeliveryPromotionPercent,
    string SaleCutoff)
{
    public static PushLimitsView From(PushLimits limits) => new(
        LocalTimeText.Format(limits.WindowStart),
        LocalTimeText.Format(limits.WindowEnd),
        (int)limits.Lateness.TotalMinutes,
        limits.PerDay,
        limits.PerWeek,
        (int)limits.Spacing.TotalMinutes,
        limits.OwnerTapsPerDay,
        limits.NewBuyerPromotionPercent,
        limits.SuperUserPromotionPercent,
        limits.DeliveryPromotionPercent,
        LocalTimeText.Format(limits.SaleCutoff));
}
