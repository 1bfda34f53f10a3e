using System.Text.Json;
using Simulation.Instances;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Invariants;

sealed class RewardsWithinStock : IInvariant
{
    public string Name => "rewards within stock";

    public string Reason => "A promised gift that is out of stock must be bought, and a kept one is a broken promise.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (!world.Plan.Workloads.OfType<CampaignWorkload>().Any()) yield break;
        var standings = await reader.ListAsync($"/api/campaigns/{CampaignWorkload.Campaign}/standings");
        var campaign = await reader.GetAsync($"/api/campaigns/{CampaignWorkload.Campaign}");
        foreach (var gift in standings.SelectMany(Gifts).GroupBy(gift => gift.Title))
        {
            var reserved = gift.Count(IsReserved);
            if (reserved > CampaignWorkload.Gifts[gift.Key])
                yield return $"{reserved} of a gift are given, and there are {CampaignWorkload.Gifts[gift.Key]}.";
            if (gift.Any(IsWaiting) && StockOf(campaign, gift.Key) is { } stock && reserved < stock)
                yield return $"{reserved} of {stock} gifts are given, and a member waits for one.";
        }

        foreach (var standing in standings.Where(standing => Gifts(standing).Count(IsGiven) > 1))
            yield return $"{standing.GetProperty("memberId").GetString()} has gifts that cost more than the cap.";
    }

    static IEnumerable<(string Title, string State, string? Reason)> Gifts(JsonElement standing) => standing
        .GetProperty("rewards")
        .EnumerateArray()
        .Where(reward => reward.GetProperty("kind").GetString() == "Gift")
        .Select(reward =>
            (
                reward.GetProperty("title").GetString()!,
                reward.GetProperty("state").GetString()!,
                reward.TryGetProperty("reason", out var reason) ? reason.GetString() : null));

    static bool IsGiven((string Title, string State, string? Reason) gift) => gift.State is "Granted" or "Redeemed";

    // A gift that waits for a review is reserved.
    static bool IsReserved((string Title, string State, string? Reason) gift) =>
        IsGiven(gift) || gift.Reason == "UnderReview";

    static bool IsWaiting((string Title, string State, string? Reason) gift) => gift.Reason == "SoldOut";

    // Null when no tier has the gift any more.
    static int? StockOf(JsonElement campaign, string title) => campaign
        .GetProperty("tiers")
        .EnumerateArray()
        .Select(tier => tier.GetProperty("reward"))
        .Where(reward => reward.GetProperty("title").GetString() == title)
        .Select(reward => (int?)reward.GetProperty("stock").GetInt32())
        .FirstOrDefault();
}
