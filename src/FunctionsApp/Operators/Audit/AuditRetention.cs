using FunctionsApp.Platform;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Operators.Audit;

/// <summary>
/// How long the audit log is kept: the setting <c>Retention__AuditDays</c>. A wrong one throws
/// <see cref="SettingException"/>.
/// </summary>
public sealed class AuditRetention(IConfiguration settings)
{
    const int DefaultDays = 400;

    public TimeSpan Entries { get; } = RetentionPeriod.Read(settings, "Audit", DefaultDays);
}
