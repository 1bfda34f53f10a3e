using FunctionsApp.Platform;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Content;

/// <summary>
/// The setting <c>ContentApproval__FourEyes</c>: whether an item needs the approval of a person who neither wrote nor
/// last edited it.
/// </summary>
public sealed record ContentSettings(bool NeedsFourEyes)
{
    const string Name = "ContentApproval:FourEyes";

    /// <summary>
    /// Reads the setting, <c>false</c> by default; throws <see cref="SettingException"/> for another value than
    /// <c>true</c> or <c>false</c>.
    /// </summary>
    public static ContentSettings Read(IConfiguration settings) => settings[Name] switch
    {
        null or "" => new ContentSettings(NeedsFourEyes: false),
        var text when bool.TryParse(text, out var value) => new ContentSettings(value),
        var text => throw new SettingException(Name, $"is '{text}'; it must be true or false."),
    };
}
