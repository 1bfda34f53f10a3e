using Simulation.Commands;
using Simulation.Plans;

namespace Simulation.Tests;

public sealed class RepeatTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(Plan.WeComSeeds + 3)]
    public async Task Seed_gives_the_same_run_in_every_process(int seed)
    {
        var runs = await Task.WhenAll(
            Workers.RunAsync(new WorkItem(seed) { KeepTrace = true }),
            Workers.RunAsync(new WorkItem(seed) { KeepTrace = true }));

        Assert.Null(runs[0].Failure);
        Assert.Equal(Timeline(runs[0]), Timeline(runs[1]));
        Assert.Equal(runs[0].Outcome.Digest, runs[1].Outcome.Digest);
    }

    [Fact]
    public async Task Seed_gives_the_same_run_after_other_seeds()
    {
        List<WorkResult> runs = [];
        await Workers.RunAsync(
            [new WorkItem(9) { KeepTrace = true }, new WorkItem(7), new WorkItem(9) { KeepTrace = true }],
            done =>
            {
                if (done.Outcome.Seed == 9)
                    runs.Add(done);
                return true;
            },
            maxWorkers: 1);

        Assert.Equal(2, runs.Count);
        Assert.Equal(Timeline(runs[0]), Timeline(runs[1]));
        Assert.Equal(runs[0].Outcome.Digest, runs[1].Outcome.Digest);
    }

    // Stack traces are kept beside the trace and differ between runs.
    static List<string> Timeline(WorkResult done) => [.. done.Outcome.Trace.Where(line => !line.StartsWith(' '))];
}
