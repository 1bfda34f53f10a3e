using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Platform.Http;

/// <summary>The brand's calendar in the time zone of the setting <c>TimeZone</c>, Asia/Shanghai by default.</summary>
public sealed class BrandTime(IConfiguration settings)
{
    public TimeZoneInfo Zone { get; } =
        TimeZoneInfo.FindSystemTimeZoneById(settings["TimeZone"] is { Length: > 0 } id ? id : "Asia/Shanghai");

    /// <summary>Such as <c>12月1日 22:00</c>.</summary>
    public string Format(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, Zone).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);

    public DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);
}
