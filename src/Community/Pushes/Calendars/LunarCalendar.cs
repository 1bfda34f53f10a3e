using System.Globalization;

namespace Community.Pushes.Calendars;

/// <summary>
/// A day of each lunar year (农历). A leap month (闰月) follows the month of the same number and is a month of its own:
/// <paramref name="LeapMonth"/> true names only the leap month, false only the ordinary one.
/// </summary>
public sealed record LunarDay(int Month, int Day, bool LeapMonth);

/// <summary>
/// Dates of the Chinese lunar calendar from 1901-02-19 to 2101-01-28, the range of
/// <see cref="ChineseLunisolarCalendar"/>. A year without the leap month, and a day 30 in a month of 29 days, give no
/// date: the occurrence of that year is skipped, not moved.
/// </summary>
public static class LunarCalendar
{
    static readonly ChineseLunisolarCalendar Calendar = new();

    static readonly int LastYear = Calendar.GetYear(Calendar.MaxSupportedDateTime);

    static readonly int FirstYear = Calendar.GetYear(Calendar.MinSupportedDateTime);

    /// <summary>The dates of the day from <paramref name="from"/> to <paramref name="to"/>, both included.</summary>
    public static IEnumerable<DateOnly> DatesBetween(LunarDay day, DateOnly from, DateOnly to)
    {
        // A lunar year begins in January or February and ends in the next Gregorian year.
        var last = Math.Min(to.Year, LastYear);
        for (var year = Math.Max(from.Year - 1, FirstYear); year <= last; year++)
        {
            if (Find(year, day) is { } date && date >= from && date <= to) yield return date;
        }
    }

    /// <summary>The date in the lunar year that begins in a Gregorian year; null when it has none.</summary>
    public static DateOnly? Find(int year, LunarDay day)
    {
        if (MonthOfYear(year, day) is not { } month || day.Day > Calendar.GetDaysInMonth(year, month)) return null;
        return DateOnly.FromDateTime(Calendar.ToDateTime(year, month, day.Day, 0, 0, 0, 0));
    }

    // The calendar counts months through the year: in a year with a leap month after month 4, number 5 is the leap
    // month, and month 5 has number 6. GetLeapMonth is that number, and 0 in a year without a leap month.
    static int? MonthOfYear(int year, LunarDay day)
    {
        var leapMonth = Calendar.GetLeapMonth(year);
        if (day.LeapMonth) return leapMonth == day.Month + 1 ? leapMonth : null;
        return leapMonth > 0 && day.Month >= leapMonth ? day.Month + 1 : day.Month;
    }
}
