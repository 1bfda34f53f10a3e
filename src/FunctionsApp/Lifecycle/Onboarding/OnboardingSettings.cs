using FunctionsApp.Platform;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Lifecycle.Onboarding;

/// <summary>
/// The setting <c>Onboarding</c>: whether new members are onboarded; <c>Off</c> where another tool welcomes them.
/// </summary>
public sealed record OnboardingSettings(bool IsOn)
{
    const string On = nameof(On);
    const string Off = nameof(Off);

    /// <summary>
    /// Reads <c>Onboarding</c>: <c>On</c> or <c>Off</c>, and <c>On</c> when it is absent; throws
    /// <see cref="SettingException"/> for any other value.
    /// </summary>
    public static OnboardingSettings Read(IConfiguration settings) => settings["Onboarding"] switch
    {
        null or "" or On => new OnboardingSettings(IsOn: true),
        Off => new OnboardingSettings(IsOn: false),
        var other => throw new SettingException("Onboarding", $"is '{other}'; it must be {On} or {Off}."),
    };
}
