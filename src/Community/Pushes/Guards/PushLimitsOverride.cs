namespace Community.Pushes.Guards;

/// <summary>
/// The limits that a brand or a group sets for itself. Null keeps the limit of the level above: product, brand, group.
/// </summary>
public sealed record PushLimitsOverride
{
    public TimeOnly? WindowStart { get; init; }

    public TimeOnly? WindowEnd { get; init; }

    public TimeSpan? Lateness { get; init; }

    public int? PerDay { get; init; }

    public int? PerWeek { get; init; }

    public TimeSpan? Spacing { get; init; }

    public int? OwnerTapsPerDay { get; init; }

    public int? NewBuyerPromotionPercent { get; init; }

    public int? SuperUserPromotionPercent { get; init; }

    public int? DeliveryPromotionPercent { get; init; }

    public TimeOnly? SaleCutoff { get; init; }

    public PushLimits Apply(PushLimits limits) => new()
    {
        WindowStart = WindowStart ?? limits.WindowStart,
        WindowEnd = WindowEnd ?? limits.WindowEnd,
        Lateness = Lateness ?? limits.Lateness,
        PerDay = PerDay ?? limits.PerDay,
        PerWeek = PerWeek ?? limits.PerWeek,
        Spacing = Spacing ?? limits.Spacing,
        OwnerTapsPerDay = OwnerTapsPerDay ?? limits.OwnerTapsPerDay,
        NewBuyerPromotionPercent = NewBuyerPromotionPercent ?? limits.NewBuyerPromotionPercent,
        SuperUserPromotionPercent = SuperUserPromotionPercent ?? limits.SuperUserPromotionPercent,
        DeliveryPromotionPercent = DeliveryPromotionPercent ?? limits.DeliveryPromotionPercent,
        SaleCutoff = SaleCutoff ?? limits.SaleCutoff,
    };
}
