namespace Community.Platform;

/// <summary>Arithmetic of instants.</summary>
public static class InstantExtensions
{
    /// <summary>The latest instant, in UTC, that is a whole multiple of the interval and not after this one.</summary>
    public static DateTimeOffset Floor(this DateTimeOffset instant, TimeSpan interval) =>
        new(instant.UtcTicks - (instant.UtcTicks % interval.Ticks), TimeSpan.Zero);
}
