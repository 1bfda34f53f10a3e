using System.Diagnostics;
using Simulation.Commands;
using Simulation.Plans;

namespace Simulation.Tests;

/// <summary>
/// Plays the first seeds of the simulated channel and of WeCom, in turns; a failure prints its seed and the shrunk
/// events.
/// </summary>
public sealed class SeedTests(ITestOutputHelper output)
{
    const int Seeds = 200;
    const int MinSeeds = 100;

    static readonly TimeSpan Limit = TimeSpan.FromSeconds(110);

    // A machine that does other work beside the tests still plays the least number.
    static readonly TimeSpan HardLimit = TimeSpan.FromMinutes(20);

    // Every other run is on WeCom.
    static int SeedAt(int place) => (place / 2) + 1 + (place % 2 == 0 ? 0 : Plan.WeComSeeds);

    [Fact]
    public async Task Every_seed_keeps_the_invariants()
    {
        var started = Stopwatch.GetTimestamp();
        var played = 0;
        WorkResult? failed = null;
        await Workers.RunAsync(Enumerable.Range(0, Seeds).Select(SeedAt).Select(seed => new WorkItem(seed)), done =>
        {
            played++;
            if (!done.IsSound) failed ??= done;
            return failed is null && Stopwatch.GetElapsedTime(started) < (played < MinSeeds ? HardLimit : Limit);
        });
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        output.WriteLine(
            FormattableString.Invariant(
                $"{played} of {Seeds} seeds in {seconds:0} s; a busy or slow machine plays fewer"));
        if (failed is not null)
        {
            var shrunken = await Shrinking.ShrinkAsync(new WorkItem(failed.Outcome.Seed));
            Assert.Fail(OneSeed.Text(failed) + OneSeed.Text(shrunken));
        }

        Assert.True(
            played >= MinSeeds,
            $"Only {played} seeds were played in {seconds:0} s; at least {MinSeeds} are needed.");
    }
}
