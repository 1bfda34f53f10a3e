namespace Community.Platform;

/// <summary>Detects state that a clock wrote which ran fast.</summary>
public static class ClockRule
{
    /// <summary>How far the clocks of two instances may differ.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <summary>True when the instant at which something was written lies in the future; false for null.</summary>
    public static bool IsFromFuture(DateTimeOffset? writtenAt, DateTimeOffset now) => writtenAt - now > Tolerance;
}
