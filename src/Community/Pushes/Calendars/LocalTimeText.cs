using System.Globalization;

namespace Community.Pushes.Calendars;

/// <summary>Times of the day as <c>HH:mm</c>.</summary>
public static class LocalTimeText
{
    const string Pattern = "HH':'mm";

    /// <summary>The time; null for other text.</summary>
    public static TimeOnly? Parse(string? text) =>
        TimeOnly.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    public static bool IsTime(string? text) => Parse(text) is not null;

    public static string Format(TimeOnly time) => time.ToString(Pattern, CultureInfo.InvariantCulture);
}
