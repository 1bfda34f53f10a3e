using Simulation.Instances;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Invariants;

sealed class ScansCounted : IInvariant
{
    public string Name => "every answered scan is counted, and none twice";

    public string Reason => "The value of a poster is measured by its scans.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (!world.Plan.Workloads.OfType<CampaignWorkload>().Any())
            yield break;
        var counted = (await reader.ListAsync($"/api/campaigns/{CampaignWorkload.Campaign}/scans")).Sum(batch =>
            batch.GetProperty("codes").EnumerateObject().Sum(code => code.Value.GetInt32()));
        // A scan whose answer was lost may be counted or not: the person saw no page.
        if (counted < world.AnsweredScans)
            yield return $"{world.AnsweredScans} scans were answered, and {counted} are counted.";
        if (counted > world.ScanAttempts)
            yield return $"{world.ScanAttempts} scans were tried, and {counted} are counted.";
    }
}
