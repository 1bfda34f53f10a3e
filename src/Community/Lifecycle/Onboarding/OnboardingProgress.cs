using Community.Groups;

namespace Community.Lifecycle.Onboarding;

/// <summary>What the sequence does next, and when.</summary>
public abstract record OnboardingStep(DateTimeOffset At)
{
    /// <summary>Remind, in private, of the card name (群名片).</summary>
    public sealed record RemindCardName(DateTimeOffset At) : OnboardingStep(At);

    /// <summary>Nothing more is expected.</summary>
    public sealed record End(DateTimeOffset At) : OnboardingStep(At);
}

/// <summary>How far a newcomer is. Times follow DESIGN 5: one reminder after 24 h without a card name, the end after 72 h at the latest.</summary>
public sealed record OnboardingProgress(DateTimeOffset StartedAt, bool HasCardName = false, bool IsReminded = false, bool IsIntroduced = false, bool HasLeft = false)
{
    static readonly TimeSpan ReminderAfter = TimeSpan.FromHours(24);
    static readonly TimeSpan EndAfter = TimeSpan.FromHours(72);

    /// <summary>The next step; null when there is nothing left to wait for.</summary>
    public OnboardingStep? Next => this switch
    {
        { HasLeft: true } => null,
        { IsIntroduced: true, HasCardName: true } => null,
        { HasCardName: false, IsReminded: false } => new OnboardingStep.RemindCardName(StartedAt + ReminderAfter),
        { IsIntroduced: true } => null,
        _ => new OnboardingStep.End(StartedAt + EndAfter),
    };

    /// <summary>A flash group lives for one sale: it is welcomed and left alone.</summary>
    public static bool IsWelcomeOnly(GroupKind kind) => kind is GroupKind.Flash;
}
