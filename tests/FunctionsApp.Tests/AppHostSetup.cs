using Community.Messaging.Channels;
using LocalRuntime;

namespace FunctionsApp.Tests;

/// <summary>
/// Settings of a test host. The default host has its store in memory, virtual time and no demonstration brand.
/// </summary>
sealed record AppHostSetup
{
    public string Store { get; init; } = ":memory:";

    /// <summary>Keeps the store in a folder of its own, so that the host can be off for a while.</summary>
    public bool OnDisk { get; init; }

    /// <summary>Start of the virtual clock: nine in the morning in the brand's time zone.</summary>
    public DateTimeOffset Clock { get; init; } = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8));

    public bool Demonstration { get; init; }

    /// <summary>Settings of the app that override those of <c>local.settings.example.json</c>.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } =
        new Dictionary<string, string?>(StringComparer.Ordinal);

    public Action<LocalApplicationBuilder>? Configure { get; init; }

    /// <summary>
    /// A simulated channel with this capability for all actions but the welcome, which stays unavailable.
    /// </summary>
    public static AppHostSetup WithEveryAction(string capability) => new()
    {
        Settings = Enum.GetValues<ChannelAction>().Except([ChannelAction.SetWelcome]).ToDictionary(
            action => $"Simulated:{action}", _ => (string?)capability, StringComparer.Ordinal),
    };

    /// <summary>A simulated channel with this capability for one action.</summary>
    public static AppHostSetup With(ChannelAction action, string capability) => new()
    {
        Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { [$"Simulated:{action}"] = capability },
    };
}
