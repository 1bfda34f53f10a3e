namespace Community.Platform;

/// <summary>
/// A queue message that failed as often as the host repeats it, for the first time at <paramref name="FirstAt"/>.
/// </summary>
/// <param name="FirstAt">The instant at which the host gave up for the first time.</param>
/// <param name="LastAt">The instant at which the host gave up for the last time.</param>
/// <param name="Attempts">The attempts of the consumer in all.</param>
/// <param name="FirstMessageId">The id of the message that failed first; one that is sent again has a new id.</param>
/// <param name="LastMessageId">The id of the message that failed last; the same message again counts nothing.</param>
/// <param name="LastFailure">The type of the last exception; null when it is not known.</param>
public sealed record FailingMessage(
    DateTimeOffset FirstAt,
    DateTimeOffset LastAt,
    long Attempts,
    string FirstMessageId,
    string LastMessageId,
    string? LastFailure)
{
    /// <summary>How long a message is repeated before a person has to look at it: an outage over a weekend.</summary>
    public static readonly TimeSpan RetryPeriod = TimeSpan.FromDays(3);

    static readonly TimeSpan MinDelay = TimeSpan.FromHours(1);
    static readonly TimeSpan MaxDelay = TimeSpan.FromHours(12);

    // Longer than the longest delay and the attempts after it. A message that fails later had succeeded meanwhile.
    static readonly TimeSpan MaxPause = TimeSpan.FromDays(2);

    /// <summary>
    /// The message after a further failure. <paramref name="before"/> is null for the first one.
    /// </summary>
    public static FailingMessage After(FailingMessage? before, FailingMessage failure)
    {
        if (before is null || failure.LastAt - before.LastAt > MaxPause) return failure;
        if (before.LastMessageId == failure.LastMessageId) return before;
        return before with
        {
            LastAt = failure.LastAt,
            Attempts = before.Attempts + failure.Attempts,
            LastMessageId = failure.LastMessageId,
            LastFailure = failure.LastFailure ?? before.LastFailure,
        };
    }

    /// <summary>
    /// When the message returns to its queue: after its age, at least an hour and at most twelve, so that the delays
    /// double. Null when it has failed for <see cref="RetryPeriod"/> and goes to an operator.
    /// </summary>
    public TimeSpan? RetryDelay
    {
        get
        {
            var age = LastAt - FirstAt;
            if (age >= RetryPeriod) return null;
            return TimeSpan.FromTicks(Math.Clamp(age.Ticks, MinDelay.Ticks, MaxDelay.Ticks));
        }
    }
}
