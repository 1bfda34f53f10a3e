using System.Diagnostics;
using System.Globalization;

namespace Simulation.Commands;

/// <summary>Plays many seeds, prints the rate, and shrinks the first seed that fails.</summary>
static class ManySeeds
{
    const int ReportEvery = 100;

    public static async Task<int> RunAsync(int from, int count)
    {
        var started = Stopwatch.GetTimestamp();
        var (played, requests) = (0, 0L);
        WorkResult? failed = null;
        await Workers.RunAsync(
            Enumerable.Range(from, count).Select(seed => new WorkItem(seed)),
            done =>
            {
                (played, requests) = (played + 1, requests + done.Outcome.Requests);
                if (!done.IsSound && (failed is null || done.Outcome.Seed < failed.Outcome.Seed))
                    failed = done;
                if (played % ReportEvery == 0)
                    Console.WriteLine(
                        FormattableString.Invariant(
                            $"{played} seeds, {played / Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} a second"));
                return failed is null;
            });
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{played} seeds in {seconds:0} s: {played / seconds:0.0} a second, {requests / Math.Max(played, 1)} "
                + $"requests to storage each"));
        if (failed is null)
            return 0;
        OneSeed.Report(failed);
        if (failed.Failure is null)
            OneSeed.Report(await Shrinking.ShrinkAsync(new WorkItem(failed.Outcome.Seed)));
        return 1;
    }
}
