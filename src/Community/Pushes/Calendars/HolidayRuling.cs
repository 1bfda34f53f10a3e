using System.Diagnostics;

namespace Community.Pushes.Calendars;

/// <summary>What a <see cref="HolidayRule"/> makes of a date.</summary>
public abstract record HolidayRuling
{
    /// <summary>More days than a rule moves a date. The longest holiday has nine days, beside weekends.</summary>
    public const int MaxMove = 16;

    HolidayRuling()
    {
    }

    public sealed record RunOn(DateOnly Date) : HolidayRuling;

    public sealed record Skipped : HolidayRuling;

    /// <summary>The answer needs the notice of a year that is not in the data. It is not guessed.</summary>
    public sealed record MissingNotice(int Year) : HolidayRuling;

    public static HolidayRuling For(HolidayRule rule, DateOnly date) => rule switch
    {
        HolidayRule.Run => new RunOn(date),
        HolidayRule.Skip => ChineseWorkdays.TypeOf(date) switch
        {
            DayType.Workday => new RunOn(date),
            DayType.RestDay => new Skipped(),
            _ => Missing(date),
        },
        HolidayRule.PreviousWorkday => FirstWorkday(date, step: -1),
        HolidayRule.NextWorkday => FirstWorkday(date, step: 1),
        _ => throw new UnreachableException(),
    };

    // Ends at a workday or where the data end.
    static HolidayRuling FirstWorkday(DateOnly date, int step)
    {
        while (ChineseWorkdays.TypeOf(date) is DayType.RestDay) date = date.AddDays(step);
        return ChineseWorkdays.TypeOf(date) is DayType.Workday ? new RunOn(date) : Missing(date);
    }

    static MissingNotice Missing(DateOnly date) => new(ChineseWorkdays.MissingYear(date)!.Value);
}
