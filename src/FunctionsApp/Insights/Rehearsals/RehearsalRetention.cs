using FunctionsApp.Platform;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Insights.Rehearsals;

/// <summary>
/// How long the report of a rehearsal is kept: the setting <c>Retention__RehearsalDays</c>. A wrong one throws
/// <see cref="SettingException"/>.
/// </summary>
public sealed class RehearsalRetention(IConfiguration settings)
{
    const int DefaultDays = 365;

    public TimeSpan Reports { get; } = RetentionPeriod.Read(settings, "Rehearsal", DefaultDays);
}
