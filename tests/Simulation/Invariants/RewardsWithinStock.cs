using Simulation.Instances;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Invariants;

sealed class RewardsWithinStock : IInvariant
{
    public string Name => "rewards within stock";

    public string Reason => "A promised gift that is out of stock has to be bought.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (!world.Plan.Workloads.OfType<CampaignWorkload>().Any()) yield break;
        var gifts = (await reader.ListAsync($"/api/campaigns/{CampaignWorkload.Campaign}/standings"))
            .SelectMany(standing => standing.GetProperty("rewards").EnumerateArray())
            .Where(reward => reward.GetProperty("kind").GetString() == "Gift")
            .Select(reward =>
                (
                    State: reward.GetProperty("state").GetString()!,
                    Reason: reward.TryGetProperty("reason", out var reason) ? reason.GetString() : null))
            .ToList();
        var given = gifts.Count(gift => gift.State is "Granted" or "Redeemed");
        if (given > CampaignWorkload.Mugs)
            yield return $"{given} mugs are given, and there are {CampaignWorkload.Mugs}.";
    }
}
