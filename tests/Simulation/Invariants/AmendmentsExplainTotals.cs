using System.Text.Json;
using Simulation.Instances;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Invariants;

sealed class AmendmentsExplainTotals : IInvariant
{
    static readonly string[] Figures = ["credits", "revoked", "underReview", "refused", "costMinor"];

    public string Name => "report and amendments add up to the totals";

    public string Reason => "The brand pays by the report and has to find every later change.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (!world.Plan.Workloads.OfType<CampaignWorkload>().Any()) yield break;
        var campaign = await reader.GetAsync($"/api/campaigns/{CampaignWorkload.Campaign}");
        if (!campaign.TryGetProperty("report", out var report) || report.ValueKind is JsonValueKind.Null) yield break;
        var amendments = await reader.ListAsync($"/api/campaigns/{CampaignWorkload.Campaign}/amendments");
        var standings = await reader.ListAsync($"/api/campaigns/{CampaignWorkload.Campaign}/standings");
        foreach (var figure in Figures)
        {
            var explained = Number(report, figure) + amendments.Sum(amendment =>
                Number(amendment.GetProperty("after"), figure) - Number(amendment.GetProperty("before"), figure));
            var total = figure == "costMinor"
                ? Number(campaign, figure)
                : standings.Sum(standing => Number(standing, figure));
            if (explained != total)
                yield return $"{figure} are {total}, and the report with its amendments says {explained}.";
        }
    }

    static long Number(JsonElement from, string name) => from.GetProperty(name).GetInt64();
}
