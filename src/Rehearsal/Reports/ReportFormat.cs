using System.Globalization;

namespace Rehearsal.Reports;

/// <summary>Numbers and instants as the report's page shows them.</summary>
static class ReportFormat
{
    const string MoneyEnding = "Minor";
    const int MinorUnits = 100;
    const string Weekdays = "日一二三四五六";

    /// <summary>A count or a mean of counts, with fewer decimals the larger it is.</summary>
    public static string Number(double value)
    {
        var format = Math.Abs(value) switch
        {
            >= 100 => "#,0",
            >= 1 => "0.#",
            _ => "0.##",
        };
        return Format(value, format);
    }

    /// <summary>An amount in minor units as yuan.</summary>
    public static string Money(double minor) => $"{Yuan(minor)} 元";

    /// <summary>True when the figure of this name is money.</summary>
    public static bool IsMoney(string figure) => figure.EndsWith(MoneyEnding, StringComparison.Ordinal);

    /// <summary>The value of the figure of this name.</summary>
    public static string Figure(string name, double value) => IsMoney(name) ? Money(value) : Number(value);

    /// <summary>The value with its sign, for differences.</summary>
    public static string Signed(string name, double value)
    {
        var text = Figure(name, value);
        return value > 0 ? $"+{text}" : text;
    }

    /// <summary>A band of the figure of this name; one value where its ends are the same.</summary>
    public static string Band(string name, double low, double high)
    {
        var (first, last) = (Figure(name, low), Figure(name, high));
        if (string.Equals(first, last, StringComparison.Ordinal)) return first;
        return IsMoney(name) ? $"{Yuan(low)} 到 {last}" : $"{first} 到 {last}";
    }

    /// <summary>A number of unknown size and unit.</summary>
    public static string Precise(double value) => Format(value, "#,0.####");

    public static string Percent(double share) => $"{Format(share * 100, "0.##")} %";

    public static string Date(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Month}月{date.Day}日 周{Weekdays[(int)date.DayOfWeek]}");

    public static string Time(DateTimeOffset local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Instant(DateTimeOffset local) =>
        string.Create(CultureInfo.InvariantCulture, $"{local.Month}月{local.Day}日 {local:HH:mm}");

    public static string InstantWithYear(DateTimeOffset local) =>
        string.Create(CultureInfo.InvariantCulture, $"{local.Year}年{Instant(local)}");

    /// <summary>The first <paramref name="length"/> characters, and an ellipsis where there are more.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length) return text;
        var end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return $"{text[..end]}…";
    }

    static string Yuan(double minor) => Format(minor / MinorUnits, "#,0.00");

    static string Format(double value, string format)
    {
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        return text is "-0" ? "0" : text;
    }
}
