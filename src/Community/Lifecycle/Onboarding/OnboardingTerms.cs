using Community.Groups;
using Community.Groups.Members;

namespace Community.Lifecycle.Onboarding;

/// <summary>How long a newcomer is onboarded, and what they get in which kind of group.</summary>
public static class OnboardingTerms
{
    /// <summary>The time after the greeting at which a newcomer without a card name (群名片) is reminded, once.</summary>
    public static readonly TimeSpan ReminderAfter = TimeSpan.FromHours(24);

    /// <summary>The time after the greeting at which the onboarding ends.</summary>
    public static readonly TimeSpan EndAfter = TimeSpan.FromHours(72);

    /// <summary>
    /// The lines of a greeting, in their order. Members of a flash group, which exists for one sale, get only the
    /// welcome.
    /// </summary>
    public static IReadOnlyList<OnboardingLine> GreetingOf(GroupKind kind) => IsWelcomeOnly(kind)
        ? [OnboardingLine.Welcome]
        : [OnboardingLine.Welcome, OnboardingLine.Rules, OnboardingLine.Introduction];

    public static bool IsWelcomeOnly(GroupKind kind) => kind is GroupKind.Flash;

    /// <summary>True while a present member who joined lately is onboarded.</summary>
    public static bool IsNewcomer(Member member, DateTimeOffset now) =>
        member.IsPresent && now - member.JoinedAt < EndAfter;
}
