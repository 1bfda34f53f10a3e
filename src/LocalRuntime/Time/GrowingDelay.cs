namespace LocalRuntime.Time;

/// <summary>A delay that starts at <paramref name="min"/> and doubles each time up to <paramref name="max"/>.</summary>
sealed class GrowingDelay(TimeSpan min, TimeSpan max)
{
    TimeSpan last;

    public TimeSpan Next()
    {
        var next = last == TimeSpan.Zero ? min : last * 2;
        return last = next < max ? next : max;
    }

    public void Reset() => last = TimeSpan.Zero;
}
