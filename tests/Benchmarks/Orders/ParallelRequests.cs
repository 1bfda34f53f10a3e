using System.Diagnostics;

namespace Benchmarks.Orders;

/// <summary>So much at once over and over for a while, and how long each took.</summary>
sealed record ParallelRequests(double Rate, TimeSpan Slowest99)
{
    /// <summary>Does the work for so long, so many at once; the work may be asked for its number.</summary>
    public static async Task<ParallelRequests> RunAsync(int atOnce, TimeSpan duration, Func<int, Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        var number = -1;
        var took = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            List<TimeSpan> each = [];
            while (Stopwatch.GetElapsedTime(started) < duration)
            {
                var begun = Stopwatch.GetTimestamp();
                await work(Interlocked.Increment(ref number));
                each.Add(Stopwatch.GetElapsedTime(begun));
            }

            return each;
        })));
        var elapsed = Stopwatch.GetElapsedTime(started);
        var all = took.SelectMany(each => each).Order().ToList();
        return new ParallelRequests(all.Count / elapsed.TotalSeconds, all[(int)(all.Count * 0.99)]);
    }
}
