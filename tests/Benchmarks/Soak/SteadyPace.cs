namespace Benchmarks.Soak;

/// <summary>Does something so many times a second, whether the last one has ended or not, as people do.</summary>
static class SteadyPace
{
    public static async Task DoAsync(int perSecond, Func<int, Task> work, CancellationToken end)
    {
        List<Task> begun = [];
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        try
        {
            for (var number = 0; await beat.WaitForNextTickAsync(end); number++) begun.Add(work(number));
        }
        catch (OperationCanceledException)
        {
            // the time is up
        }

        await Task.WhenAll(begun);
    }
}
