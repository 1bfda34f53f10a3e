using System.Diagnostics;

namespace Simulation.Commands;

/// <summary>Plays many seeds, says how fast, and shrinks the first that fails.</summary>
static class ManySeeds
{
    const int ReportEvery = 100;

    public static async Task<int> RunAsync(int from, int count)
    {
        var started = Stopwatch.GetTimestamp();
        var (played, crossings) = (0, 0L);
        WorkResult? failed = null;
        await Workers.RunAsync(Enumerable.Range(from, count).Select(seed => new WorkItem(seed)), done =>
        {
            (played, crossings) = (played + 1, crossings + done.Outcome.Crossings);
            if (!done.IsSound && (failed is null || done.Outcome.Seed < failed.Outcome.Seed)) failed = done;
            if (played % ReportEvery == 0) Console.WriteLine(FormattableString.Invariant($"{played} seeds, {played / Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} a second"));
            return failed is null;
        });
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(FormattableString.Invariant($"{played} seeds in {seconds:0} s: {played / seconds:0.0} a second, {crossings / Math.Max(played, 1)} requests to storage each"));
        if (failed is null) return 0;
        OneSeed.Report(failed);
        if (failed.Failure is null) OneSeed.Report(await Workers.RunAsync(new WorkItem(failed.Outcome.Seed) { Shrink = true }));
        return 1;
    }
}
