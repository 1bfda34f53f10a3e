namespace Community.Platform.DueWork;

/// <summary>
/// The minutes that a step hands over: from <paramref name="From"/> to before <paramref name="Until"/>.
/// </summary>
public sealed record HandOverRange(DateTimeOffset From, DateTimeOffset Until);

/// <summary>
/// When stored work is handed over to the queue. A step each minute hands over what falls due in this minute and the
/// next, so that a late step is early enough. What is due sooner than the next step could find it goes to the queue at
/// once.
/// </summary>
public static class DueWorkRules
{
    /// <summary>The most overdue items of a step, which it spreads over a minute.</summary>
    public const int MaxOverdue = 600;

    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Lookahead = 2 * Minute;

    // Far above the time in which a row is written after its instant was compared with the clock.
    static readonly TimeSpan WriteTolerance = TimeSpan.FromHours(1);

    // A position is stored seldom, because every write is a request.
    static readonly TimeSpan PositionStep = TimeSpan.FromHours(1);

    /// <summary>True when a step may already have passed the minute of the instant.</summary>
    public static bool IsForQueue(DateTimeOffset at, DateTimeOffset now) => at < MinuteOf(now) + Lookahead + Minute;

    /// <summary>
    /// The range of a step. <paramref name="position"/> is the instant before which all work is handed over; null when
    /// nothing is known. A position that a fast clock wrote is not trusted.
    /// </summary>
    public static HandOverRange RangeOf(DateTimeOffset? position, DateTimeOffset now)
    {
        var latest = MinuteOf(now) - WriteTolerance;
        var from = position is { } known && known < latest ? known : latest;
        return new HandOverRange(position is null ? DateTimeOffset.MinValue : from, MinuteOf(now) + Lookahead);
    }

    /// <summary>
    /// The position to store after a step that left nothing behind; null when the stored one is recent enough.
    /// </summary>
    public static DateTimeOffset? NextPosition(DateTimeOffset? position, DateTimeOffset now)
    {
        var next = MinuteOf(now) - WriteTolerance;
        return position is { } known && known <= next && next - known < PositionStep ? null : next;
    }

    /// <summary>
    /// How long the queue hides the item. Overdue items, <paramref name="ordinal"/> of <paramref name="overdue"/> in
    /// their order, are spread evenly over a minute.
    /// </summary>
    public static TimeSpan DelayOf(DueWorkItem item, DateTimeOffset now, int ordinal = 0, int overdue = 1)
    {
        if (!IsOverdue(item, now)) return item.At > now ? item.At - now : TimeSpan.Zero;
        return TimeSpan.FromSeconds(Math.Floor(Minute.TotalSeconds * ordinal / overdue));
    }

    /// <summary>True when the item was not handed over in its own minute.</summary>
    public static bool IsOverdue(DueWorkItem item, DateTimeOffset now) => item.At < MinuteOf(now);

    /// <summary>The beginning of the minute, in UTC.</summary>
    public static DateTimeOffset MinuteOf(DateTimeOffset instant) => instant.Floor(Minute);
}
