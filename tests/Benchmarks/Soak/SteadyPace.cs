namespace Benchmarks.Soak;

/// <summary>Starts work at a steady rate, whether earlier work has ended or not.</summary>
static class SteadyPace
{
    public static async Task DoAsync(int perSecond, Func<int, Task> work, CancellationToken end)
    {
        List<Task> started = [];
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        try
        {
            for (var number = 0; await beat.WaitForNextTickAsync(end); number++) started.Add(work(number));
        }
        catch (OperationCanceledException)
        {
            // the duration is over
        }

        await Task.WhenAll(started);
    }
}
