namespace Community.Operators.Sessions;

/// <summary>
/// A signed-in operator. A session ends 12 h after its last use and 7 days after its start. Uses are recorded at most
/// every five minutes, so it may end up to five minutes earlier than that.
/// </summary>
public sealed record Session(OperatorIdentity Operator, DateTimeOffset StartedAt, DateTimeOffset UsedAt)
{
    public static readonly TimeSpan IdleLimit = TimeSpan.FromHours(12);

    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public static readonly TimeSpan RecordingInterval = TimeSpan.FromMinutes(5);

    public static Session Start(OperatorIdentity identity, DateTimeOffset now) => new(identity, now, now);

    /// <summary>The first instant at which the session does not exist any more, unless it is used before.</summary>
    public DateTimeOffset ExpiresAt => EndOf(StartedAt, UsedAt);

    public bool IsOverAt(DateTimeOffset now) => now >= ExpiresAt;

    /// <summary>The session after a use; an equal one while the last recorded use is recent.</summary>
    public Session Use(DateTimeOffset now) => this with { UsedAt = UseOf(UsedAt, now) };

    internal static DateTimeOffset EndOf(DateTimeOffset startedAt, DateTimeOffset usedAt)
    {
        var (idle, end) = (usedAt + IdleLimit, startedAt + Lifetime);
        return idle < end ? idle : end;
    }

    internal static DateTimeOffset UseOf(DateTimeOffset usedAt, DateTimeOffset now) =>
        now - usedAt < RecordingInterval ? usedAt : now;
}
