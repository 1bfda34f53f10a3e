using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Platform;

/// <summary>How long a kind of row is kept.</summary>
public static class RetentionPeriod
{
    const int MinDays = 30;
    const int MaxDays = 3650;

    /// <summary>
    /// Reads the setting <c>Retention__{kind}Days</c>: by default at least 30 days, longer than a sender repeats an
    /// event, and at most 3650. Throws <see cref="SettingException"/> for another value.
    /// </summary>
    public static TimeSpan Read(IConfiguration settings, string kind, int defaultDays, int minDays = MinDays)
    {
        var name = SettingOf(kind);
        return settings[name] switch
        {
            null or "" => TimeSpan.FromDays(defaultDays),
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
                && days >= minDays && days <= MaxDays => TimeSpan.FromDays(days),
            var text => throw new SettingException(
                name, $"is '{text}'; it must be a whole number of {minDays} to {MaxDays}."),
        };
    }

    /// <summary>The name of the setting of a kind.</summary>
    public static string SettingOf(string kind) => $"Retention:{kind}Days";
}
