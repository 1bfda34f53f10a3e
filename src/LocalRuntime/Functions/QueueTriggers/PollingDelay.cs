namespace LocalRuntime.Functions.QueueTriggers;

/// <summary>How long to wait before looking at a queue again: from 100 ms, doubled while it stays empty.</summary>
internal sealed class PollingDelay(TimeSpan longest)
{
    static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    TimeSpan next = Shortest;

    public TimeSpan Next()
    {
        var delay = next < longest ? next : longest;
        next = delay * 2;
        return delay;
    }

    public void Reset() => next = Shortest;
}
