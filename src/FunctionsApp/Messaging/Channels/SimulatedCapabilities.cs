using Community.Messaging.Channels;
using FunctionsApp.Platform;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Messaging.Channels;

/// <summary>The capability of each action of the simulated channel.</summary>
public sealed record SimulatedCapabilities(
    IReadOnlyDictionary<ChannelAction, Capability> ByAction, bool ReportsMessages)
{
    const string Section = "Simulated";
    const string Messages = "Messages";

    /// <summary>
    /// Reads the settings <c>Simulated__{action}</c>, by default <see cref="Capability.Automatic"/> and for the welcome
    /// <see cref="Capability.Unavailable"/>, and <c>Simulated__Messages</c>, by default <c>Reported</c>; throws
    /// <see cref="SettingException"/> for an unknown action or capability, and for an unavailable action without a
    /// fallback.
    /// </summary>
    public static SimulatedCapabilities Read(IConfiguration settings)
    {
        foreach (var setting in settings.GetSection(Section).GetChildren())
        {
            if (setting.Key != Messages
                && !Enum.GetNames<ChannelAction>().Contains(setting.Key, StringComparer.Ordinal))
                throw new SettingException(
                    setting.Path,
                    $"is no setting; the actions are {string.Join(", ", Enum.GetNames<ChannelAction>())}.");
        }

        return new(
            Enum.GetValues<ChannelAction>().ToDictionary(action => action, action => Read(settings, action)),
            ReadMessages(settings));
    }

    static bool ReadMessages(IConfiguration settings) => settings[$"{Section}:{Messages}"] switch
    {
        null or "" or "Reported" => true,
        nameof(Capability.Unavailable) => false,
        var text => throw new SettingException(
            $"{Section}:{Messages}", $"is '{text}'; it must be Reported or Unavailable."),
    };

    static Capability Read(IConfiguration settings, ChannelAction action)
    {
        var name = $"{Section}:{action}";
        var allowed = AllowedOf(action).Select(capability => capability.ToString()).ToList();
        return settings[name] switch
        {
            null or "" => DefaultOf(action),
            var text when allowed.Contains(text, StringComparer.Ordinal) => Enum.Parse<Capability>(text),
            var text => throw new SettingException(
                name, $"is '{text}'; it must be one of {string.Join(", ", allowed)}."),
        };
    }

    /// <summary>The capabilities that an action may have.</summary>
    public static IEnumerable<Capability> AllowedOf(ChannelAction action) => Enum.GetValues<Capability>()
        .Where(capability => capability is not Capability.Unavailable || ChannelFallbacks.Of(action) is not null);

    /// <summary>Who performs the action unless a setting says otherwise.</summary>
    internal static Capability DefaultOf(ChannelAction action) =>
        action is ChannelAction.SetWelcome ? Capability.Unavailable : Capability.Automatic;
}
