using Community.Acquisition.Campaigns;
using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Standings;

namespace FunctionsApp.Acquisition.Rewards;

/// <summary>
/// Takes gifts from the stock and gives them back, as somebody's books call for it. It looks only at what stands there, so that it may end
/// anywhere and be repeated.
/// </summary>
public sealed class RewardFulfilment(StandingStore standings, GiftStockStore stock)
{
    /// <summary>Goes on until the books and the stock agree.</summary>
    public async Task<Standing> FulfilAsync(Campaign campaign, Standing standing)
    {
        while (standing.Rewards.FirstOrDefault(reward => AwaitsStock(standing, reward)) is { } reward)
        {
            var answer = await ReserveOrReturnAsync(campaign, reward);
            (standing, _) = await standings.DecideAsync(campaign.Id, campaign.Terms, standing.MemberId, invitee: null, answer);
        }

        return standing;
    }

    static bool AwaitsStock(Standing standing, Reward reward) =>
        reward.Stock is StockState.Returning || (reward.Stock is StockState.Wanted && standing.StateOf(reward) is not RewardState.TakenBack);

    async Task<StandingCommand> ReserveOrReturnAsync(Campaign campaign, Reward reward)
    {
        if (reward.Stock is StockState.Wanted)
        {
            var isReserved = await stock.ReserveAsync(campaign.Id, reward.TierId, reward.Reservation, StockOf(campaign, reward));
            return new StandingCommand.AnswerStock(reward.Id, reward.Attempt, isReserved);
        }

        await stock.ReturnAsync(campaign.Id, reward.TierId, reward.Reservation);
        return new StandingCommand.ReturnStock(reward.Id, reward.Attempt, reward.EarnedAt);
    }

    static int StockOf(Campaign campaign, Reward reward) =>
        campaign.Tiers.All.FirstOrDefault(tier => tier.Id == reward.TierId)?.Reward.Stock ?? reward.Terms.Stock ?? 0;
}
