using System.Globalization;

namespace FunctionsApp.Demonstration;

/// <summary>Instants of the days after the start, in China Standard Time.</summary>
sealed class DemonstrationDates(DateTimeOffset startedAt)
{
    static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public DateTimeOffset StartedAt => startedAt;

    /// <summary>A time such as <c>20:00</c> on the day that comes so many days after the start.</summary>
    public DateTimeOffset At(int days, string time)
    {
        var today = startedAt.ToOffset(Offset).Date;
        var local = today.AddDays(days) + TimeOnly.Parse(time, CultureInfo.InvariantCulture).ToTimeSpan();
        return new DateTimeOffset(local, Offset);
    }
}
