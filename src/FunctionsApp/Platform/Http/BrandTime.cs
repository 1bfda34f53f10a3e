using System.Globalization;
using Community.Platform;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Platform.Http;

/// <summary>The brand's calendar.</summary>
public sealed class BrandTime(TimeZoneInfo zone)
{
    const string Setting = "TimeZone";
    internal const string DefaultZone = "Asia/Shanghai";

    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>
    /// Reads the setting <c>TimeZone</c>, an IANA name, by default Asia/Shanghai; throws
    /// <see cref="SettingException"/> for an unknown zone.
    /// </summary>
    public static BrandTime Read(IConfiguration settings)
    {
        var name = settings[Setting] is { Length: > 0 } configured ? configured : DefaultZone;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? new BrandTime(zone)
            : throw new SettingException(Setting, $"is '{name}'; it must be an IANA time zone such as {DefaultZone}.");
    }

    /// <summary>Such as <c>12月1日 22:00</c>.</summary>
    public string Format(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, Zone).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>12月1日</c>.</summary>
    public string FormatDay(DateTimeOffset instant) =>
        DayOf(instant).ToString("M月d日", CultureInfo.InvariantCulture);

    public DateOnly DayOf(DateTimeOffset instant) => instant.DateIn(Zone);
}
