using Community.Acquisition.Campaigns;
using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Standings;

namespace FunctionsApp.Acquisition.Rewards;

/// <summary>
/// Reserves and returns gifts as a standing requires, and passes a returned gift on to the reward that was earned
/// first. Each step reads the stored state, so the whole can be repeated after a failure.
/// </summary>
public sealed class RewardFulfilment(StandingStore standings, GiftStockStore stock)
{
    /// <summary>Continues until no reward of the standing waits for the answer of the stock.</summary>
    public async Task<Standing> FulfilAsync(Campaign campaign, Standing standing)
    {
        while (standing.Rewards.FirstOrDefault(AwaitsStock) is { } reward)
        {
            var command = await ReserveOrReturnAsync(campaign, standing, reward);
            standing = await DecideAsync(campaign, standing.MemberId, command);
        }

        return standing;
    }

    static bool AwaitsStock(Reward reward) => reward.Stock is StockState.Wanted or StockState.Returning;

    // A gift is passed on before the answer is recorded, so that a repeat passes it on too.
    async Task<StandingCommand> ReserveOrReturnAsync(Campaign campaign, Standing standing, Reward reward)
    {
        var claim = GiftClaim.From(standing, reward);
        var total = TotalOf(campaign, reward);
        if (reward.Stock is StockState.Wanted)
        {
            var isReserved = await stock.ReserveAsync(campaign.Id, claim, total);
            if (!isReserved) await PassOnAsync(campaign, claim.Gift, total);
            return new StandingCommand.RecordReservation(reward.Id, reward.Attempt, isReserved);
        }

        await stock.ReturnAsync(campaign.Id, claim);
        await PassOnAsync(campaign, claim.Gift, total);
        return new StandingCommand.RecordStockReturn(reward.Id, reward.Attempt, reward.EarnedAt);
    }

    async Task PassOnAsync(Campaign campaign, string gift, int? total)
    {
        foreach (var claim in await stock.PassOnAsync(campaign.Id, gift, total))
        {
            var recorded = new StandingCommand.RecordReservation(claim.RewardId, claim.Attempt, IsReserved: true);
            await DecideAsync(campaign, claim.MemberId, recorded);
            await stock.ConfirmAsync(campaign.Id, claim);
        }
    }

    async Task<Standing> DecideAsync(Campaign campaign, string memberId, StandingCommand command) =>
        (await standings.DecideAsync(campaign.Id, campaign.Terms, memberId, invitee: null, command)).After;

    // Null when no tier has the gift any more. A gift that left the tiers can return under another tier.
    static int? TotalOf(Campaign campaign, Reward reward)
    {
        var tiers = campaign.Tiers.All.Where(tier => tier.Reward.IsSameGift(reward.Terms)).ToList();
        return tiers.Count == 0 ? null : tiers.Sum(tier => tier.Reward.Stock ?? 0);
    }
}
