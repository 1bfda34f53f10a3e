using Community.Groups;
using Community.Platform;

namespace Community.Pushes.Guards;

/// <summary>
/// How often and when a group gets pushes. The defaults are those of the product; the brand and the group override them
/// with <see cref="PushLimitsOverride"/>. Times of day are local to the brand.
/// </summary>
public sealed record PushLimits
{
    /// <summary>Three weeks of it fit in <see cref="GroupPushHistory.MaxEntries"/>.</summary>
    public const int MaxPerWeek = 40;

    const int MaxTapsPerDay = 1_000;
    const int MaxPercent = 100;

    static readonly TimeSpan MaxSpan = TimeSpan.FromDays(1);

    /// <summary>The first open minute of the day.</summary>
    public TimeOnly WindowStart { get; init; } = new(9, 0);

    /// <summary>The first closed minute of the day.</summary>
    public TimeOnly WindowEnd { get; init; } = new(21, 30);

    /// <summary>How long after its planned instant a push may still be sent, unless its slot says otherwise.</summary>
    public TimeSpan Lateness { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Messages to a group on a local day, sales included.</summary>
    public int PerDay { get; init; } = 3;

    /// <summary>Messages to a group on any seven consecutive local days, sales included.</summary>
    public int PerWeek { get; init; } = 12;

    /// <summary>
    /// The least time between a push and the messages before and after it, counted in whole minutes.
    /// </summary>
    public TimeSpan Spacing { get; init; } = TimeSpan.FromMinutes(90);

    /// <summary>Messages that an owner sends by hand on a local day, over all groups of the owner.</summary>
    public int OwnerTapsPerDay { get; init; } = 20;

    public int NewBuyerPromotionPercent { get; init; } = 30;

    public int SuperUserPromotionPercent { get; init; } = 20;

    public int DeliveryPromotionPercent { get; init; } = 10;

    /// <summary>From this time on the group send of the day is given to a push, unless a sale has it.</summary>
    public TimeOnly SaleCutoff { get; init; } = new(12, 0);

    /// <summary>The greatest share of promotions; 0 for a flash group, whose sale has messages of its own.</summary>
    public int PromotionPercent(GroupKind kind) => kind switch
    {
        GroupKind.NewBuyer => NewBuyerPromotionPercent,
        GroupKind.SuperUser => SuperUserPromotionPercent,
        GroupKind.Delivery => DeliveryPromotionPercent,
        _ => 0,
    };

    /// <summary>The fields with values that make no sense; empty when there are none.</summary>
    public IReadOnlyList<Refusal> Check()
    {
        Refusal?[] faults =
        [
            WindowStart < WindowEnd ? null : Refusal.Invalid("windowEnd", "must be after windowStart."),
            SpanFault("lateness", Lateness),
            NumberFault("perDay", PerDay, MaxPerWeek),
            NumberFault("perWeek", PerWeek, MaxPerWeek),
            SpanFault("spacing", Spacing),
            NumberFault("ownerTapsPerDay", OwnerTapsPerDay, MaxTapsPerDay),
            NumberFault("newBuyerPromotionPercent", NewBuyerPromotionPercent, MaxPercent),
            NumberFault("superUserPromotionPercent", SuperUserPromotionPercent, MaxPercent),
            NumberFault("deliveryPromotionPercent", DeliveryPromotionPercent, MaxPercent),
        ];
        return [.. faults.OfType<Refusal>()];
    }

    static Refusal? NumberFault(string field, int value, int most) =>
        value >= 0 && value <= most ? null : Refusal.Invalid(field, $"must be from 0 to {most}.");

    static Refusal? SpanFault(string field, TimeSpan value) =>
        value >= TimeSpan.Zero && value <= MaxSpan ? null : Refusal.Invalid(field, "must be from 0 to 24 hours.");
}
