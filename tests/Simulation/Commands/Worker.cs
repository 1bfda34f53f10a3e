using System.Text.Json;
using Simulation.Faults;
using Simulation.Plans;
using Simulation.Runs;

namespace Simulation.Commands;

/// <summary>
/// Plays seeds in its own process. The thread pool of the process has one thread, so that a run is deterministic.
/// </summary>
static class Worker
{
    public const string Role = "--worker";

    public static async Task<int> ServeAsync()
    {
        SingleThread.Check();
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
            var plan = Plan.Draw(work.Seed).Keep(work.Events, work.Faults);
            return new WorkResult(await SeedRun.PlayAsync(plan, work.KeepTrace, planted), null);
        }
#pragma warning disable CA1031 // an exception is the result of a run, and the next seed is played
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return new WorkResult(new RunResult(work.Seed, [], 0, 0, "", []), failure.ToString());
        }
    }
}
