using System.Globalization;

namespace Community.Care.SuperUsers;

/// <summary>A quarter of a year of the brand's calendar; super users are reviewed on its first day.</summary>
public sealed record ReviewQuarter(DateOnly FirstDay)
{
    const int Months = 3;

    /// <summary>Such as <c>2027-Q1</c>.</summary>
    public string Id => string.Create(
        CultureInfo.InvariantCulture, $"{FirstDay.Year:d4}-Q{((FirstDay.Month - 1) / Months) + 1}");

    public ReviewQuarter Next => new(FirstDay.AddMonths(Months));

    public static ReviewQuarter Of(DateOnly day) =>
        new(new DateOnly(day.Year, day.Month - ((day.Month - 1) % Months), 1));
}
