using FunctionsApp.Platform;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>How long scans are counted by the hour. Older ones are one total of the campaign.</summary>
public sealed record ScanRetention(TimeSpan Hours)
{
    const int DefaultDays = 180;

    /// <summary>
    /// Reads <c>Retention__ScanDays</c>, 180 by default; throws <see cref="SettingException"/> for a wrong one.
    /// </summary>
    public static ScanRetention Read(IConfiguration settings) =>
        new(RetentionPeriod.Read(settings, "Scan", DefaultDays));
}
