namespace Community.Platform;

/// <summary>Arithmetic of instants.</summary>
public static class InstantExtensions
{
    /// <summary>The latest instant, in UTC, that is a whole multiple of the interval and not after this one.</summary>
    public static DateTimeOffset Floor(this DateTimeOffset instant, TimeSpan interval) =>
        new(instant.UtcTicks - (instant.UtcTicks % interval.Ticks), TimeSpan.Zero);

    /// <summary>The earlier of two instants.</summary>
    public static DateTimeOffset Earlier(DateTimeOffset first, DateTimeOffset second) =>
        first < second ? first : second;

    /// <summary>The later of two instants.</summary>
    public static DateTimeOffset Later(DateTimeOffset first, DateTimeOffset second) =>
        first > second ? first : second;

    /// <summary>The local date at this instant.</summary>
    public static DateOnly DateIn(this DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The local time of the day at this instant.</summary>
    public static TimeOnly TimeIn(this DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
