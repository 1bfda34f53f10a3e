using System.Diagnostics;
using Simulation.Commands;

namespace Simulation.Tests;

/// <summary>The same runs as <c>--seeds 200</c>; a failure prints the seed that repeats it and its shrunken events.</summary>
public sealed class SeedTests(ITestOutputHelper output)
{
    const int Seeds = 200;

    static readonly TimeSpan Limit = TimeSpan.FromSeconds(110);

    [Fact]
    public async Task No_seed_breaks_an_invariant()
    {
        var started = Stopwatch.GetTimestamp();
        var played = 0;
        WorkResult? failed = null;
        await Workers.RunAsync(Enumerable.Range(1, Seeds).Select(seed => new WorkItem(seed)), done =>
        {
            played++;
            if (!done.IsSound) failed ??= done;
            return failed is null && Stopwatch.GetElapsedTime(started) < Limit;
        });
        output.WriteLine(FormattableString.Invariant($"{played} of {Seeds} seeds in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s; a machine that is busy or slow plays fewer"));
        if (failed is null) return;
        Assert.Fail(OneSeed.Text(failed) + OneSeed.Text(await Workers.RunAsync(new WorkItem(failed.Outcome.Seed) { Shrink = true })));
    }
}
