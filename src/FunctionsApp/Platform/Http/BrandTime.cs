using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FunctionsApp.Platform.Http;

/// <summary>The brand's calendar: instants written for people, in the time zone of the setting <c>TimeZone</c> (Asia/Shanghai unless set).</summary>
public sealed class BrandTime(IConfiguration settings)
{
    readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(settings["TimeZone"] is { Length: > 0 } id ? id : "Asia/Shanghai");

    /// <summary>The time zone.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>Such as <c>12月1日 22:00</c>.</summary>
    public string Format(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The calendar day of the instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
