using Community.Groups;
using Community.Lifecycle;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Lifecycle.Onboarding;

/// <summary>The member that an onboarding is for.</summary>
public sealed record OnboardingInput(string GroupId, string MemberId, GroupKind Kind);

/// <summary>
/// Names of the events that wake an onboarding because its member changed. They have no content: the onboarding reads
/// the member.
/// </summary>
public static class OnboardingSignals
{
    /// <summary>The card name (群名片) is set.</summary>
    public const string CardName = "CardName";

    public const string Introduced = "Introduced";

    public const string Left = "Left";
}

/// <summary>The actions that start and wake an onboarding.</summary>
public static class OnboardingActions
{
    /// <summary>
    /// Starts the onboarding, once for each member and group: a member who returns is not welcomed again.
    /// </summary>
    public static DurableAction Start(OnboardingInput input) => new DurableAction.Start(
        nameof(OnboardingOrchestrator), LifecycleInstanceIds.Onboarding(input.GroupId, input.MemberId), input);

    /// <summary>Wakes the onboarding with one of <see cref="OnboardingSignals"/>.</summary>
    public static DurableAction Notify(string groupId, string memberId, string signal) =>
        new DurableAction.Raise(LifecycleInstanceIds.Onboarding(groupId, memberId), signal, "");
}
