namespace LocalRuntime.Time;

/// <summary>
/// The instants at which the Functions host polls a queue: after a poll that found something, with delays that grow at
/// random from <paramref name="min"/> to <paramref name="max"/>, as <c>RandomizedExponentialBackoffStrategy</c> of the
/// WebJobs SDK and of the Durable Task provider computes them. The same name and start give the same instants.
/// </summary>
sealed class HostPolling(string name, TimeSpan min, TimeSpan max, DateTimeOffset start)
{
    const double Spread = 0.2;

    readonly int seed = name.Aggregate(0, (hash, letter) => unchecked((hash * 31) + letter));
    DateTimeOffset found = start;

    /// <summary>A poll found something, so the delays start again.</summary>
    public void Found(DateTimeOffset at) => found = at;

    /// <summary>The first poll at <paramref name="instant"/> or later.</summary>
    public DateTimeOffset FirstAt(DateTimeOffset instant)
    {
        var random = new Random(seed ^ found.UtcTicks.GetHashCode());
        var (poll, delay) = (found, TimeSpan.Zero);
        for (var factor = 0.0; poll < instant && delay < max; factor = Math.Max(1, factor * 2))
        {
#pragma warning disable CA5394 // polls are no secret
            var growth = factor * (1 + (Spread * ((2 * random.NextDouble()) - 1)));
#pragma warning restore CA5394
            delay = min + (min * growth) is var next && next < max ? next : max;
            poll += delay;
        }

        var polls = poll < instant ? (instant - poll + max).Ticks - 1 : 0;
        return poll + TimeSpan.FromTicks(polls / max.Ticks * max.Ticks);
    }
}
