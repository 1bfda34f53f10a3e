namespace Community.Pushes.Calendars;

/// <summary>What happens to an occurrence that falls on a rest day: a weekend or a statutory holiday (法定节假日).</summary>
public enum HolidayRule
{
    /// <summary>It takes place all the same.</summary>
    Run,

    Skip,

    /// <summary>It moves to the last workday before, at the same local time.</summary>
    PreviousWorkday,

    /// <summary>It moves to the first workday after, at the same local time.</summary>
    NextWorkday,
}
