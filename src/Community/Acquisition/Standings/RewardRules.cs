using Community.Platform;

namespace Community.Acquisition.Standings;

/// <summary>
/// The rewards that follow from the counts. Each tier is rewarded once. A reward whose tier is lost is taken back
/// unless it is redeemed, and is granted again when the tier is regained.
/// </summary>
static class RewardRules
{
    public static IEnumerable<StandingEvent> Consequences(StandingState state, DateTimeOffset at)
    {
        var (standing, terms) = (state.Standing, state.Terms);
        List<StandingEvent> events = [.. terms.Tiers.SelectMany(tier => RewardsOf(tier, standing, at))];
        var withoutTier = standing.Rewards.Where(reward => terms.Tiers.All(tier => tier.Id != reward.TierId));
        events.AddRange(withoutTier.SelectMany(reward => Change(reward, Revise(reward, standing))));
        if (terms.Target is { } target && standing.Target is TargetState.None && standing.Credits >= target.Invites)
            events.Add(new StandingEvent.TargetChanged(TargetState.Invited, at));
        return events;
    }

    public static IReadOnlyList<StandingEvent> RetrySoldOut(Standing standing) =>
        [.. standing.Rewards
            .Where(reward => reward.Stock is StockState.SoldOut)
            .Select(reward => new StandingEvent.RewardChanged(reward with { Stock = StockState.Wanted }))];

    /// <summary>The reward after the answer of the stock; null for an answer that comes too late.</summary>
    public static StandingEvent.RewardChanged? RecordReservation(
        StandingCommand.RecordReservation reservation, Standing standing)
    {
        var reward = Find(standing, reservation.RewardId);
        if (reward is not { Stock: StockState.Wanted } || reward.Attempt != reservation.Attempt) return null;
        var stock = reservation.IsReserved ? StockState.Held : StockState.SoldOut;
        return new StandingEvent.RewardChanged(reward with { Stock = stock });
    }

    /// <summary>Gives the next reservation another name; no event for a repeat.</summary>
    public static IReadOnlyList<StandingEvent> RecordStockReturn(
        StandingCommand.RecordStockReturn returned, Standing standing)
    {
        var reward = Find(standing, returned.RewardId);
        return reward is { Stock: StockState.Returning } && reward.Attempt == returned.Attempt
            ? [new StandingEvent.RewardChanged(reward with { Stock = StockState.Wanted, Attempt = reward.Attempt + 1 })]
            : [];
    }

    public static IReadOnlyList<StandingEvent> Redeem(StandingCommand.RedeemReward redeem, Standing standing) =>
        Find(standing, redeem.RewardId) switch
        {
            null => [Conflict("there is no such reward")],
            { Redemption: { } earlier } when earlier.Key == redeem.Redemption.Key => [],
            { Redemption: not null } => [Conflict("the reward was redeemed before")],
            var reward when standing.StateOf(reward) is not RewardState.Granted =>
                [Conflict($"the reward is {standing.StateOf(reward)}")],
            { Terms.Kind: RewardKind.Gift } when string.IsNullOrWhiteSpace(redeem.Redemption.Address) =>
                [AddressMissing()],
            var reward => [new StandingEvent.RewardChanged(reward with { Redemption = redeem.Redemption })],
        };

    static IEnumerable<StandingEvent> RewardsOf(Tier tier, Standing standing, DateTimeOffset at)
    {
        if (standing.Rewards.FirstOrDefault(reward => reward.TierId == tier.Id) is { } reward)
            return Change(reward, Revise(LowerThreshold(reward, tier), standing));
        return standing.Credits + standing.UnderReview >= tier.Invites
            ? [new StandingEvent.RewardEarned(NewReward(standing, tier, at))]
            : [];
    }

    static Reward NewReward(Standing standing, Tier tier, DateTimeOffset at) => new(
        $"reward-{EffectKey.Digest(EffectKey.From(standing.CampaignId, tier.Id, standing.MemberId))}",
        tier.Id,
        tier.Invites,
        tier.Reward,
        at,
        tier.Reward.Stock is null ? StockState.Unlimited : StockState.Wanted);

    static IEnumerable<StandingEvent> Change(Reward before, Reward after) =>
        before == after ? [] : [new StandingEvent.RewardChanged(after)];

    static Reward LowerThreshold(Reward reward, Tier tier) =>
        tier.Invites < reward.Invites ? reward with { Invites = tier.Invites } : reward;

    static Reward Revise(Reward reward, Standing standing) =>
        standing.StateOf(reward) is RewardState.TakenBack && reward.Stock is StockState.Held
            ? reward with { Stock = StockState.Returning }
            : reward;

    static Reward? Find(Standing standing, string id) => standing.Rewards.FirstOrDefault(reward => reward.Id == id);

    static StandingEvent.Refused Conflict(string reason) => new(Refusal.Conflict(reason));

    static StandingEvent.Refused AddressMissing() =>
        new(Refusal.Invalid("address", "is missing: a gift is sent to one"));
}
