using System.Collections.Frozen;
using System.Text.Json;

namespace Community.Pushes.Calendars;

public enum DayType
{
    /// <summary>A weekday that is no holiday, or a weekend day that is worked in exchange for one (调休).</summary>
    Workday,

    /// <summary>A weekend day or a statutory holiday (法定节假日).</summary>
    RestDay,

    /// <summary>The notice that decides is not in the data.</summary>
    Unknown,
}

/// <summary>
/// Statutory holidays and moved workdays of mainland China. They follow no formula: the General Office of the State
/// Council (国务院办公厅) announces each year in the autumn before. The data are the files <c>Holidays/{year}.json</c>,
/// one for each notice. A new year is a new file; nothing else changes.
/// </summary>
public static class ChineseWorkdays
{
    static readonly FrozenDictionary<int, HolidayYear> Notices = Load();

    static readonly FrozenSet<DateOnly> Holidays = Notices.Values
        .SelectMany(year => year.Holidays)
        .SelectMany(holiday => holiday.Dates)
        .ToFrozenSet();

    static readonly FrozenSet<DateOnly> MovedWorkdays = Notices.Values.SelectMany(year => year.Workdays).ToFrozenSet();

    /// <summary>The years with data, in order.</summary>
    public static IReadOnlyList<int> Years { get; } = [.. Notices.Keys.Order()];

    public static DayType TypeOf(DateOnly date)
    {
        if (MissingYear(date) is not null) return DayType.Unknown;
        if (MovedWorkdays.Contains(date)) return DayType.Workday;
        var weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return weekend || Holidays.Contains(date) ? DayType.RestDay : DayType.Workday;
    }

    /// <summary>
    /// The year whose notice is missing to tell the type of the date; null when none is. The last week of December also
    /// needs the notice of the next year: the notice for 2019 made 2018-12-29 a workday and 2018-12-31 a holiday.
    /// </summary>
    public static int? MissingYear(DateOnly date)
    {
        if (!Notices.ContainsKey(date.Year)) return date.Year;
        var isLastWeek = date is { Month: 12, Day: > 24 };
        return isLastWeek && !Notices.ContainsKey(date.Year + 1) ? date.Year + 1 : null;
    }

    static FrozenDictionary<int, HolidayYear> Load()
    {
        var assembly = typeof(ChineseWorkdays).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.Contains(".Calendars.Holidays.", StringComparison.Ordinal))
            .Select(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                return JsonSerializer.Deserialize<HolidayYear>(stream, JsonSerializerOptions.Web)!;
            })
            .ToFrozenDictionary(year => year.Year);
    }

    sealed record HolidayYear(
        int Year, string Notice, IReadOnlyList<Holiday> Holidays, IReadOnlyList<DateOnly> Workdays);

    sealed record Holiday(string Name, DateOnly From, DateOnly To)
    {
        public IEnumerable<DateOnly> Dates =>
            Enumerable.Range(0, To.DayNumber - From.DayNumber + 1).Select(From.AddDays);
    }
}
