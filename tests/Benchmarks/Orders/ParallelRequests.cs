using System.Diagnostics;

namespace Benchmarks.Orders;

/// <summary>The rate and latency of repeated parallel work.</summary>
sealed record ParallelRequests(double Rate, TimeSpan Percentile99)
{
    /// <summary>Repeats the work for this duration; <paramref name="work"/> receives a running number.</summary>
    public static async Task<ParallelRequests> RunAsync(int parallelism, TimeSpan duration, Func<int, Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        var number = -1;
        var durations = await Task.WhenAll(Enumerable.Range(0, parallelism).Select(_ => Task.Run(async () =>
        {
            List<TimeSpan> each = [];
            while (Stopwatch.GetElapsedTime(started) < duration)
            {
                var begin = Stopwatch.GetTimestamp();
                await work(Interlocked.Increment(ref number));
                each.Add(Stopwatch.GetElapsedTime(begin));
            }

            return each;
        })));
        var elapsed = Stopwatch.GetElapsedTime(started);
        var all = durations.SelectMany(each => each).Order().ToList();
        return new ParallelRequests(all.Count / elapsed.TotalSeconds, all[(int)(all.Count * 0.99)]);
    }
}
