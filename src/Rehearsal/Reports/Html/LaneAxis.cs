namespace Rehearsal.Reports.Html;

/// <summary>The horizontal axis of the swim lanes: instants as columns of pixels, and local days as ticks.</summary>
sealed class LaneAxis(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
{
    /// <summary>Where the axis begins; the names of the lanes are to its left.</summary>
    public const int Left = 150;

    public const int Width = 920;

    /// <summary>The width of a column, within which the marks of a lane are one.</summary>
    public const int ColumnWidth = 4;

    const int MaxLabels = 16;
    const int LabelWidth = 40;
    const int DaysWithTicks = 40;

    /// <summary>The column of an instant. An instant outside the period is in the first or the last column.</summary>
    public int ColumnOf(DateTimeOffset at) => Math.Clamp((int)(Offset(at) / ColumnWidth), 0, (Width / ColumnWidth) - 1);

    public static double CentreOf(int column) => Left + ((column + 0.5) * ColumnWidth);

    /// <summary>The beginnings of the local days, and the days whose labels have room.</summary>
    public IEnumerable<(double X, DateOnly Date, bool HasLabel)> Days()
    {
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, zone).DateTime);
        var last = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(to, zone).DateTime);
        var days = last.DayNumber - first.DayNumber + 1;
        var step = (days + MaxLabels - 1) / MaxLabels;
        // A long period has only the ticks that have labels.
        var tickStep = days > DaysWithTicks ? step : 1;
        for (var day = 0; day < days; day += tickStep)
        {
            var date = first.AddDays(day);
            var midnight = date.ToDateTime(TimeOnly.MinValue);
            var at = new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
            if (at >= to) yield break;
            var offset = Math.Max(0, Offset(at));
            yield return (Left + offset, date, day % step == 0 && offset <= Width - LabelWidth);
        }
    }

    double Offset(DateTimeOffset at)
    {
        var period = to - from;
        return period > TimeSpan.Zero ? Width * ((at - from) / period) : 0;
    }
}
