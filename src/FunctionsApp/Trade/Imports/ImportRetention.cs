using FunctionsApp.Platform;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Trade.Imports;

/// <summary>
/// How long the report of an import is kept: the setting <c>Retention__ImportDays</c>. A wrong one throws
/// <see cref="SettingException"/>.
/// </summary>
public sealed class ImportRetention(IConfiguration settings)
{
    const int DefaultDays = 180;

    public TimeSpan Reports { get; } = RetentionPeriod.Read(settings, "Import", DefaultDays);
}
