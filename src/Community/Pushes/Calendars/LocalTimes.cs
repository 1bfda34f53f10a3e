using Community.Platform;

namespace Community.Pushes.Calendars;

/// <summary>
/// Local dates and times of the brand's zone, and their instants. When clocks are put forward, a time in the gap
/// becomes the first instant after the gap. When they are put back, a time that occurs twice is the earlier instant.
/// Every local date and time has therefore exactly one instant.
/// </summary>
public static class LocalTimes
{
    /// <summary>The instant, with the offset that the zone has at it.</summary>
    public static DateTimeOffset InstantOf(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(time);
        if (zone.IsInvalidTime(local)) return EndOfGap(local, zone);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }

    public static (DateOnly Date, TimeOnly Time) LocalOf(DateTimeOffset instant, TimeZoneInfo zone) =>
        (instant.DateIn(zone), instant.TimeIn(zone));

    // TimeZoneInfo does not tell its transitions. The clock shows an earlier time than the missing one before the
    // transition and a later one from it on, so that a search by halves finds the first second after it.
    static DateTimeOffset EndOfGap(DateTime local, TimeZoneInfo zone)
    {
        var utc = DateTime.SpecifyKind(local, DateTimeKind.Utc);
        var (before, after) = (zone.GetUtcOffset(utc.AddDays(-2)), zone.GetUtcOffset(utc.AddDays(2)));
        var early = new DateTimeOffset(utc - after).ToUnixTimeSeconds();
        var late = new DateTimeOffset(utc - before).ToUnixTimeSeconds();
        while (late - early > 1)
        {
            var middle = (early + late) / 2;
            if (ConvertTime(middle, zone).DateTime < local) early = middle;
            else late = middle;
        }

        return ConvertTime(late, zone);
    }

    static DateTimeOffset ConvertTime(long unixSeconds, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(unixSeconds), zone);
}
