using Community.Platform;

namespace Community.Pushes.Guards;

/// <summary>
/// The time of day in which pushes are sent, from <c>WindowStart</c> up to and without <c>WindowEnd</c>.
/// </summary>
static class PushWindow
{
    public static bool IsOpen(DateTimeOffset at, PushLimits limits, TimeZoneInfo zone)
    {
        var time = at.TimeIn(zone);
        return time >= limits.WindowStart && time < limits.WindowEnd;
    }

    /// <summary>The first instant after <paramref name="at"/> at which the window opens.</summary>
    public static DateTimeOffset NextOpening(DateTimeOffset at, PushLimits limits, TimeZoneInfo zone)
    {
        var today = at.DateIn(zone);
        return Enumerable.Range(0, 3)
            .SelectMany(day => InstantsOf(today.AddDays(day).ToDateTime(limits.WindowStart), zone))
            .First(instant => instant > at);
    }

    // Both instants of a time that a change of the clock repeats; the end of the gap for one that it leaves out.
    static IEnumerable<DateTimeOffset> InstantsOf(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        TimeSpan[] offsets = zone.IsAmbiguousTime(local)
            ? zone.GetAmbiguousTimeOffsets(local)
            : [zone.GetUtcOffset(local)];
        return offsets.OrderDescending().Select(offset => new DateTimeOffset(local, offset));
    }
}
