using Community.Groups;
using Community.Lifecycle;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Lifecycle.Onboarding;

/// <summary>Whose onboarding it is.</summary>
public sealed record OnboardingInput(string GroupId, string MemberId, GroupKind Kind);

/// <summary>Names of the events that tell an onboarding that something about its member changed; what, it reads from the member.</summary>
public static class OnboardingSignals
{
    /// <summary>The card name (群名片) was set.</summary>
    public const string CardName = "CardName";

    /// <summary>They introduced themselves.</summary>
    public const string Introduced = "Introduced";

    /// <summary>They went.</summary>
    public const string Left = "Left";
}

/// <summary>Starts an onboarding once per member and group: who comes back is not welcomed again.</summary>
public static class OnboardingStarter
{
    /// <summary>Starts it unless it was ever started.</summary>
    public static Task EnsureStartedAsync(DurableTaskClient durable, OnboardingInput input) =>
        durable.EnsureStartedAsync(nameof(OnboardingOrchestrator), LifecycleInstanceIds.Onboarding(input.GroupId, input.MemberId), input);
}
