namespace Community.Acquisition.Standings;

/// <summary>
/// Decides which rewards ask the stock for a gift, and which return it. A reward that is taken back gives up its
/// gift. Over the cap a gift is withheld until another gift of the participant is taken back; a gift that was granted,
/// or waits for the stock, keeps its place.
/// </summary>
static class GiftRules
{
    public static IReadOnlyList<Reward> Revise(IReadOnlyList<Reward> rewards, Standing standing, long capMinor)
    {
        var revised = rewards.Select(reward => GiveUpIfTakenBack(reward, standing)).ToList();
        var left = capMinor - revised
            .Where(reward => reward.HasPlaceUnderCap && !IsTakenBack(reward, standing))
            .Sum(reward => reward.CostMinor);
        var candidates = revised
            .Where(reward => !reward.HasPlaceUnderCap && !IsTakenBack(reward, standing))
            .OrderBy(reward => reward.EarnedAt)
            .ThenBy(reward => reward.Invites)
            .ThenBy(reward => reward.Id, StringComparer.Ordinal);
        foreach (var candidate in candidates.ToList())
        {
            var isWithinCap = candidate.CostMinor <= left;
            if (isWithinCap) left -= candidate.CostMinor;
            revised[revised.IndexOf(candidate)] = Ask(candidate, isWithinCap);
        }

        return revised;
    }

    static bool IsTakenBack(Reward reward, Standing standing) => standing.StateOf(reward) is RewardState.TakenBack;

    static Reward GiveUpIfTakenBack(Reward reward, Standing standing) => reward.Stock switch
    {
        _ when !IsTakenBack(reward, standing) => reward,
        StockState.Wanted or StockState.SoldOut or StockState.Held => reward with { Stock = StockState.Returning },
        StockState.Unlimited when reward.CostMinor > 0 => reward with { Stock = StockState.Returned },
        _ => reward,
    };

    // The next reservation has another name than the one that was returned.
    static Reward Ask(Reward reward, bool isWithinCap) => reward with
    {
        Stock = (isWithinCap, reward.Terms.Stock) switch
        {
            (false, _) => StockState.OverCap,
            (true, null) => StockState.Unlimited,
            _ => StockState.Wanted,
        },
        Attempt = reward.Stock is StockState.Returned ? reward.Attempt + 1 : reward.Attempt,
    };
}
