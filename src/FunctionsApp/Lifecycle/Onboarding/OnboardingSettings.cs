using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Lifecycle.Onboarding;

/// <summary>Whether those who join are onboarded at all, as the setting <c>Onboarding</c> says; <c>Off</c> where somebody else welcomes them.</summary>
public sealed record OnboardingSettings(bool IsOn)
{
    const string On = nameof(On);
    const string Off = nameof(Off);

    /// <summary>Reads <c>Onboarding</c>: <c>On</c>, also when it is absent, or <c>Off</c>.</summary>
    public static OnboardingSettings Read(IConfiguration settings) => settings["Onboarding"] switch
    {
        null or "" or On => new OnboardingSettings(IsOn: true),
        Off => new OnboardingSettings(IsOn: false),
        var other => throw new InvalidOperationException($"Onboarding is '{other}'; it must be {On} or {Off}."),
    };
}
