using System.Text.Json;
using Simulation.Faults;
using Simulation.Plans;
using Simulation.Runs;

namespace Simulation.Commands;

/// <summary>Plays seeds in a process of its own, whose thread pool has one thread, so that everything in it happens one after the other.</summary>
static class Worker
{
    public const string Role = "--worker";

    public static async Task<int> ServeAsync()
    {
        ThreadPool.GetMaxThreads(out var threads, out _);
        if (threads != 1) throw new InvalidOperationException($"A worker's thread pool has one thread, and this one has {threads}.");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var done = await Task.Run(() => RunAsync(JsonSerializer.Deserialize<WorkItem>(line)!));
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(done));
        }

        return 0;
    }

    static async Task<WorkResult> RunAsync(WorkItem work)
    {
        try
        {
            var planted = work.Planted is null ? null : PlantedFaults.Find(work.Planted);
            var plan = Plan.Draw(work.Seed);
            if (work.Shrink) plan = await Shrinking.ShrinkAsync(plan, planted);
            var outcome = await SeedRun.PlayAsync(plan, work.KeepTrace, planted);
            return new WorkResult(outcome, work.Shrink ? [$"{plan.Setting}", .. plan.Happenings.Select(happening => $"{happening}"), .. plan.Faults.Select(fault => $"{fault}")] : [], null);
        }
#pragma warning disable CA1031 // what a run throws is its result, and the next seed is played all the same
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return new WorkResult(new RunResult(work.Seed, [], 0, 0, "", []), [], failure.ToString());
        }
    }
}
