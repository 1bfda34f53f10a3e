namespace Community.Care.SuperUsers;

/// <summary>The figures of a person; <paramref name="SpentMinor"/> is in the currency of the criteria.</summary>
public sealed record SuperUserFigures(long SpentMinor, long Orders, long Credits, long ActiveDays)
{
    public static SuperUserFigures None { get; } = new(0, 0, 0, 0);

    public long Of(SuperUserFigure figure) => figure switch
    {
        SuperUserFigure.SpentMinor => SpentMinor,
        SuperUserFigure.Orders => Orders,
        SuperUserFigure.Credits => Credits,
        SuperUserFigure.ActiveDays => ActiveDays,
        _ => throw new ArgumentOutOfRangeException(nameof(figure)),
    };

    /// <summary>The days of the window that ends with <paramref name="today"/>, each once.</summary>
    public static int CountDays(IEnumerable<DateOnly> days, DateOnly today) =>
        days.Distinct().Count(day => day <= today && today.DayNumber - day.DayNumber < SuperUserRule.ActiveWindow);
}
