using Community.Platform;

namespace Community.Pushes.Guards;

/// <summary>
/// What the guards ask about: a push, its group without the push itself, limits, and the brand's time zone.
/// </summary>
sealed record PushAttempt(PushRequest Request, GroupSituation Situation, PushLimits Limits, TimeZoneInfo Zone)
{
    public DateTimeOffset At => Request.At;

    public DateTimeOffset LatestAt => Request.PlannedAt + (Request.Lateness ?? Limits.Lateness);

    public GroupPushHistory History { get; } = Situation.History.Remove(Request.Key);

    public PushHistoryEntry Entry { get; } = Request.ToEntry(Zone);

    public IReadOnlyList<PushHistoryEntry> Messages => History.Entries;

    public DateOnly Date => DateOf(At);

    /// <summary>The messages on the local days from <paramref name="first"/>.</summary>
    public int MessagesOn(DateOnly first, int days) => Messages.Count(message =>
        DateOf(message.At) is var date && date >= first && date < first.AddDays(days));

    DateOnly DateOf(DateTimeOffset instant) => instant.DateIn(Zone);
}
