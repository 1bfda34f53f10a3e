using Community.Pushes.Guards;
using Simulation.Plans;

namespace Simulation.Workloads;

/// <summary>
/// A group of <see cref="PushWorkload"/>. A busy one has wide limits of its own, so that it gets more than ten pushes.
/// </summary>
sealed record PushGroup(string Id, string Kind, bool IsBusy)
{
    /// <summary>The share of promotions of a busy group, in percent.</summary>
    public const int BusyPromotionPercent = 20;

    const int BusyPerDay = 12;
    const int BusyPerWeek = 40;
    const int BusySpacingMinutes = 45;

    /// <summary>The group whose conversion keeps other messages away.</summary>
    public static PushGroup WithConversion { get; } = new("push-4", "SuperUser", IsBusy: true);

    public static IReadOnlyList<PushGroup> All { get; } =
    [
        new("push-1", "SuperUser", IsBusy: false),
        new("push-2", "Delivery", IsBusy: false),
        new("push-3", "SuperUser", IsBusy: true),
        WithConversion,
    ];

    public PushLimits Limits { get; } = IsBusy
        ? new() { PerDay = BusyPerDay, PerWeek = BusyPerWeek, Spacing = TimeSpan.FromMinutes(BusySpacingMinutes) }
        : new() { PerWeek = Behaviour.FromFile.PushesPerWeek };

    /// <summary>The body that gives a busy group its limits.</summary>
    public static object BusyLimits { get; } = new
    {
        perDay = BusyPerDay,
        perWeek = BusyPerWeek,
        spacingMinutes = BusySpacingMinutes,
        promotionPercent = BusyPromotionPercent,
    };
}
