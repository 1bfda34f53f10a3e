using Community.Platform;

namespace Community.Messaging.StaffTasks;

/// <summary>
/// The messages to one person: at most one a minute. <paramref name="BegunAt"/> is the instant of the latest attempt,
/// <paramref name="Sending"/> the keys of the notices of one that has no outcome yet, and <paramref name="Failures"/>
/// counts the attempts since the last success.
/// </summary>
public sealed record StaffOutbox(DateTimeOffset? BegunAt, IReadOnlyList<string> Sending, int Failures)
{
    /// <summary>The time that an attempt has. One without an outcome after it may have reached the person.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromMinutes(2);

    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    const int MaxDelayMinutes = 15;

    public static StaffOutbox Empty { get; } = new(null, [], 0);

    /// <summary>The end of the minute of an instant, at which what was to be told in it is told.</summary>
    public static DateTimeOffset EndOfMinute(DateTimeOffset at) => at.Floor(Minute) + Minute;

    /// <summary>The earliest instant of the next attempt; null for at once.</summary>
    public DateTimeOffset? WaitUntil(DateTimeOffset now)
    {
        if (BegunAt is not { } begunAt || ClockRule.IsFromFuture(begunAt, now)) return null;
        var next = (Sending, Failures) switch
        {
            ({ Count: > 0 }, _) => begunAt + AttemptTimeout,
            (_, 0) => EndOfMinute(begunAt),
            _ => EndOfMinute(begunAt) + ((DelayMinutes - 1) * Minute),
        };
        return next > now ? next : null;
    }

    public StaffOutbox Begin(IReadOnlyList<string> sending, DateTimeOffset now) =>
        this with { BegunAt = now, Sending = sending };

    public StaffOutbox Succeed() => this with { Sending = [], Failures = 0 };

    public StaffOutbox Fail() => this with { Sending = [], Failures = Failures + 1 };

    // 1, 2, 4, 8 and then 15 minutes.
    int DelayMinutes => Failures > 4 ? MaxDelayMinutes : 1 << (Failures - 1);
}
