namespace LocalRuntime.Functions.QueueTriggers;

/// <summary>The delay before the next poll: from 100 ms, doubled each time up to <paramref name="max"/>.</summary>
internal sealed class PollingDelay(TimeSpan max)
{
    static readonly TimeSpan Min = TimeSpan.FromMilliseconds(100);

    TimeSpan next = Min;

    public TimeSpan Next()
    {
        var delay = next < max ? next : max;
        next = delay * 2;
        return delay;
    }

    public void Reset() => next = Min;
}
