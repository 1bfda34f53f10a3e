using Community.Acquisition.Campaigns;
using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Standings;

namespace FunctionsApp.Acquisition.Rewards;

/// <summary>
/// Reserves and returns gifts as a standing requires. Each step reads the stored state, so the whole can be repeated
/// after a failure.
/// </summary>
public sealed class RewardFulfilment(StandingStore standings, GiftStockStore stock)
{
    /// <summary>Continues until no reward of the standing waits for the stock.</summary>
    public async Task<Standing> FulfilAsync(Campaign campaign, Standing standing)
    {
        while (standing.Rewards.FirstOrDefault(reward => AwaitsStock(standing, reward)) is { } reward)
        {
            var command = await ReserveOrReturnAsync(campaign, reward);
            (standing, _) = await standings.DecideAsync(
                campaign.Id, campaign.Terms, standing.MemberId, invitee: null, command);
        }

        return standing;
    }

    static bool AwaitsStock(Standing standing, Reward reward) => reward.Stock switch
    {
        StockState.Returning => true,
        StockState.Wanted => standing.StateOf(reward) is not RewardState.TakenBack,
        _ => false,
    };

    async Task<StandingCommand> ReserveOrReturnAsync(Campaign campaign, Reward reward)
    {
        if (reward.Stock is StockState.Wanted)
        {
            var total = TotalOf(campaign, reward);
            var isReserved = await stock.ReserveAsync(campaign.Id, reward.TierId, reward.Reservation, total);
            return new StandingCommand.RecordReservation(reward.Id, reward.Attempt, isReserved);
        }

        await stock.ReturnAsync(campaign.Id, reward.TierId, reward.Reservation);
        return new StandingCommand.RecordStockReturn(reward.Id, reward.Attempt, reward.EarnedAt);
    }

    static int TotalOf(Campaign campaign, Reward reward)
    {
        var tier = campaign.Tiers.All.FirstOrDefault(tier => tier.Id == reward.TierId);
        return tier?.Reward.Stock ?? reward.Terms.Stock ?? 0;
    }
}
