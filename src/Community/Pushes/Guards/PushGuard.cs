using Community.Platform;

namespace Community.Pushes.Guards;

/// <summary>What may keep a push from its group, in the order in which it is asked. Stored by name.</summary>
public enum PushGuard
{
    GroupOpen,
    Paused,
    Window,
    PerDay,
    PerWeek,
    Spacing,
    OwnerTaps,
    PromotionMix,
    ConsecutivePromotions,
    Blackout,
    Reuse,
    Channel,
}

/// <summary>Why no push is sent for now.</summary>
public enum PushPause
{
    Brand,
    Plan,
    Operator, // The group, by an operator.
    Crisis, // The group, by the handling of a crisis.
}

/// <summary>
/// Guards that a person overrides for one push. Without a name and a reason it overrides nothing, and nothing overrides
/// <see cref="PushGuard.GroupOpen"/>.
/// </summary>
public sealed record PushOverride(string By, string? Reason, IReadOnlyList<PushGuard> Guards)
{
    /// <summary>The first fault; null when there is none.</summary>
    public Refusal? Check() => this switch
    {
        _ when string.IsNullOrWhiteSpace(By) => Refusal.Invalid("by", "is required to override a guard."),
        _ when string.IsNullOrWhiteSpace(Reason) => Refusal.Invalid("reason", "is required to override a guard."),
        _ when Guards.Contains(PushGuard.GroupOpen) =>
            Refusal.Invalid("overrides", "must not contain GroupOpen: a group that is not open gets nothing."),
        _ => null,
    };

    public bool Covers(PushGuard guard) => Guards.Contains(guard) && Check() is null;
}
