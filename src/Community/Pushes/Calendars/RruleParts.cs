using System.Globalization;

namespace Community.Pushes.Calendars;

/// <summary>
/// What RFC 5545 3.3.10 forbids and Ical.Net reads all the same: it takes the last of two equal parts, a default for a
/// missing FREQ, and no end for an UNTIL that it cannot read.
/// </summary>
static class RruleParts
{
    const int MaxInterval = 999;
    const int MaxCount = 9999;

    static readonly string[] UntilFormats = ["yyyyMMdd", "yyyyMMdd'T'HHmmss", "yyyyMMdd'T'HHmmss'Z'"];

    // Which frequencies a part does not go with.
    static readonly (string Part, string[] Frequencies)[] Forbidden =
    [
        ("BYWEEKNO", ["DAILY", "WEEKLY", "MONTHLY"]),
        ("BYYEARDAY", ["DAILY", "WEEKLY", "MONTHLY"]),
        ("BYMONTHDAY", ["WEEKLY"]),
    ];

    /// <summary>A text that follows the field's name; null without a fault.</summary>
    /// <param name="rule">The rule in capitals.</param>
    public static string? Fault(string rule)
    {
        var parts = rule
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .ToLookup(pair => pair[0], pair => pair.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal);
        if (parts.FirstOrDefault(part => part.Count() > 1) is { } twice) return $"has {twice.Key} twice.";
        return FrequencyFault(parts)
            ?? NumberFault("INTERVAL", parts["INTERVAL"].FirstOrDefault(), MaxInterval)
            ?? NumberFault("COUNT", parts["COUNT"].FirstOrDefault(), MaxCount)
            ?? DayFault(parts)
            ?? UntilFault(parts["UNTIL"].FirstOrDefault());
    }

    static string? FrequencyFault(ILookup<string, string> parts)
    {
        var frequency = parts["FREQ"].FirstOrDefault();
        if (frequency is "SECONDLY" or "MINUTELY" or "HOURLY")
            return $"must not be {frequency}: a rule gives dates, and the trigger's time the time of the day.";
        if (frequency is not ("DAILY" or "WEEKLY" or "MONTHLY" or "YEARLY"))
            return "must have FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.";
        var time = Array.Find(["BYHOUR", "BYMINUTE", "BYSECOND"], parts.Contains);
        if (time is not null) return $"must not have {time}: the time of the day is the trigger's time.";
        var part = Array.Find(Forbidden, one => parts.Contains(one.Part) && one.Frequencies.Contains(frequency)).Part;
        return part is null ? null : $"must not have {part} with FREQ={frequency} (RFC 5545).";
    }

    static string? NumberFault(string name, string? value, int most)
    {
        if (value is null) return null;
        var read = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return read && number >= 1 && number <= most
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"must have a number from 1 to {most} as {name}.");
    }

    static string? DayFault(ILookup<string, string> parts)
    {
        var frequency = parts["FREQ"].First();
        var mayNumber = frequency is "MONTHLY" || (frequency is "YEARLY" && !parts.Contains("BYWEEKNO"));
        if (!mayNumber && parts["BYDAY"].Any(days => days.Any(char.IsAsciiDigit)))
            return "must not number the days of BYDAY except in months and years (RFC 5545).";
        var selects = parts.Any(part =>
            part.Key is not "BYSETPOS" && part.Key.StartsWith("BY", StringComparison.Ordinal));
        return parts.Contains("BYSETPOS") && !selects ? "must have BYSETPOS together with another BY part." : null;
    }

    static string? UntilFault(string? until) =>
        until is null || DateTime.TryParseExact(
            until, UntilFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? null
            : "must have UNTIL as yyyyMMdd, yyyyMMddTHHmmss or yyyyMMddTHHmmssZ.";
}
