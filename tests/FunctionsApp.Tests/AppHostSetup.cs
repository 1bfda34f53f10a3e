using Community.Messaging.Channels;
using LocalRuntime;

namespace FunctionsApp.Tests;

/// <summary>How a host differs from the one most tests use: in memory, in virtual time, without the demonstration brand.</summary>
sealed record AppHostSetup
{
    public string Store { get; init; } = ":memory:";

    /// <summary>Nine in the morning of the brand's day.</summary>
    public DateTimeOffset Clock { get; init; } = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8));

    public bool Demonstration { get; init; }

    /// <summary>Settings of the app, over those of the example that is checked in.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    public Action<LocalApplicationBuilder>? Configure { get; init; }

    /// <summary>A simulated channel whose every action is of this capability.</summary>
    public static AppHostSetup WithEveryAction(string capability) =>
        new() { Settings = Enum.GetNames<ChannelAction>().ToDictionary(action => $"Simulated:{action}", _ => (string?)capability, StringComparer.Ordinal) };

    /// <summary>A simulated channel of which one action is of this capability.</summary>
    public static AppHostSetup With(ChannelAction action, string capability) =>
        new() { Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { [$"Simulated:{action}"] = capability } };
}
