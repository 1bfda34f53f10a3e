using FunctionsApp.Platform;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Care.Crises;

/// <summary>
/// How long the people and the timeline of a crisis are kept after its end: the setting <c>Retention__CrisisDays</c>. A
/// wrong one throws <see cref="SettingException"/>.
/// </summary>
public sealed class CrisisRetention(IConfiguration settings)
{
    const int DefaultDays = 365;

    public TimeSpan Evidence { get; } = RetentionPeriod.Read(settings, "Crisis", DefaultDays);
}
