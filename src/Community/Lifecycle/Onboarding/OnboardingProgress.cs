using System.Text.Json.Serialization;
using Community.Groups;

namespace Community.Lifecycle.Onboarding;

public abstract record OnboardingStep(DateTimeOffset At)
{
    public sealed record RemindCardName(DateTimeOffset At) : OnboardingStep(At);

    public sealed record End(DateTimeOffset At) : OnboardingStep(At);
}

/// <summary>
/// The progress of a new member. One reminder follows after 24 h without a card name; the onboarding ends after 72 h.
/// </summary>
public sealed record OnboardingProgress(
    DateTimeOffset StartedAt,
    bool HasCardName = false,
    bool IsReminded = false,
    bool IsIntroduced = false,
    bool HasLeft = false)
{
    static readonly TimeSpan ReminderAfter = TimeSpan.FromHours(24);
    static readonly TimeSpan EndAfter = TimeSpan.FromHours(72);

    [JsonIgnore]
    public DateTimeOffset EndsAt => StartedAt + EndAfter;

    /// <summary>Null when the onboarding is over.</summary>
    public OnboardingStep? Next => this switch
    {
        { HasLeft: true } => null,
        { IsIntroduced: true, HasCardName: true } => null,
        { HasCardName: false, IsReminded: false } => new OnboardingStep.RemindCardName(StartedAt + ReminderAfter),
        { IsIntroduced: true } => null,
        _ => new OnboardingStep.End(EndsAt),
    };

    /// <summary>Members of a flash group, which exists for one sale, receive only the welcome.</summary>
    public static bool IsWelcomeOnly(GroupKind kind) => kind is GroupKind.Flash;
}
