using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.Invariants;

sealed class LogsHoldNoMemberData : IInvariant
{
    public string Name => "no log line contains members' data or keys";

    public string Reason => "Logs are kept longer than members' data and have other readers.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        await Task.CompletedTask;
        foreach (var line in world.LeakedLines) yield return $"a log line contains them: {line}";
    }
}
