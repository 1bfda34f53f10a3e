using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Platform;

/// <summary>How long a kind of row is kept.</summary>
public static class RetentionPeriod
{
    const int MinDays = 30;
    const int MaxDays = 3650;

    /// <summary>
    /// Reads the setting <c>Retention__{kind}Days</c>: 30 to 3650 days, longer than a sender repeats an event. Throws
    /// <see cref="SettingException"/> for another value.
    /// </summary>
    public static TimeSpan Read(IConfiguration settings, string kind, int defaultDays)
    {
        var name = $"Retention:{kind}Days";
        return settings[name] switch
        {
            null or "" => TimeSpan.FromDays(defaultDays),
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
                && days is >= MinDays and <= MaxDays => TimeSpan.FromDays(days),
            var text => throw new SettingException(
                name, $"is '{text}'; it must be a whole number of {MinDays} to {MaxDays}."),
        };
    }
}
