using System.Globalization;

namespace Community.Pushes.Calendars;

/// <summary>Local dates as texts, <c>yyyy-MM-dd</c>.</summary>
public static class LocalDayText
{
    const string Pattern = "yyyy-MM-dd";

    public static string Format(DateOnly day) => day.ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>The date; null for null and for other text.</summary>
    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
