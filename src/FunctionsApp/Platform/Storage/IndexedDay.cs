namespace FunctionsApp.Platform.Storage;

/// <summary>
/// A day (UTC) of which the owner has rows. <paramref name="WrittenOn"/> is the day on which they were indexed, which
/// is later when they were late.
/// </summary>
public sealed record IndexedDay(string Owner, DateOnly Day, DateOnly WrittenOn)
{
    /// <summary>The first instant of <see cref="Day"/>.</summary>
    public DateTimeOffset From => StartOf(Day);

    /// <summary>The first instant after <see cref="Day"/>.</summary>
    public DateTimeOffset Until => StartOf(Day.AddDays(1));

    /// <summary>The first instant after the day on which the rows were indexed.</summary>
    public DateTimeOffset IndexedUntil => StartOf(WrittenOn.AddDays(1));

    static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}

/// <summary>What becomes of a day in the index after a visit.</summary>
public enum DayOutcome
{
    /// <summary>It is removed: no row of the day is left that will ever be deleted.</summary>
    Finished,

    /// <summary>It stays for the next step.</summary>
    Unfinished,

    /// <summary>It is visited again when as much time has passed as until this visit.</summary>
    Postponed,
}

/// <summary>The number of rows that a visit deleted or rewrote, and what becomes of the day.</summary>
public sealed record DayVisit(int Work, DayOutcome Outcome)
{
    /// <summary>A visit that deleted rows; it is finished unless it used up its budget.</summary>
    public static DayVisit OfDeletion(int deleted, int budget) =>
        new(deleted, deleted < budget ? DayOutcome.Finished : DayOutcome.Unfinished);
}
