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
        IReadOnlyList<Reward> rewards =
        [
            .. standing.Rewards.Select(reward => LowerThreshold(reward, terms)),
            .. terms.Tiers.Where(tier => IsEarned(tier, standing)).Select(tier => NewReward(standing, tier, at)),
        ];
        var revised = GiftRules.Revise(rewards, standing, terms.GiftCapMinor);
        List<StandingEvent> events = [.. revised.SelectMany(reward => Change(standing, reward))];
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
        if (reward is null || reward.Attempt != reservation.Attempt) return null;
        return (reward.Stock, reservation.IsReserved) switch
        {
            (StockState.Wanted or StockState.SoldOut, true) => Changed(StockState.Held),
            (StockState.Wanted, false) => Changed(StockState.SoldOut),
            _ => null,
        };

        StandingEvent.RewardChanged Changed(StockState stock) => new(reward with { Stock = stock });
    }

    public static IReadOnlyList<StandingEvent> RecordStockReturn(
        StandingCommand.RecordStockReturn returned, Standing standing)
    {
        var reward = Find(standing, returned.RewardId);
        return reward is { Stock: StockState.Returning } && reward.Attempt == returned.Attempt
            ? [new StandingEvent.RewardChanged(reward with { Stock = StockState.Returned })]
            : [];
    }

    public static IReadOnlyList<StandingEvent> Redeem(StandingCommand.RedeemReward redeem, Standing standing) =>
        Find(standing, redeem.RewardId) switch
        {
            null => [Conflict(ConflictKind.State, "there is no such reward")],
            { Redemption: { } earlier } when earlier.Key == redeem.Redemption.Key =>
                earlier.Address == redeem.Redemption.Address
                    ? []
                    : [Conflict(
                        ConflictKind.AlreadyExists, "another request with this Idempotency-Key redeemed the reward")],
            { Redemption: not null } => [Conflict(ConflictKind.AlreadyDone, "the reward was redeemed before")],
            var reward when standing.StateOf(reward) is not RewardState.Granted =>
                [Conflict(ConflictKind.State, $"the reward is {standing.StateOf(reward)}")],
            { Terms.Kind: RewardKind.Gift } when string.IsNullOrWhiteSpace(redeem.Redemption.Address) =>
                [AddressMissing()],
            var reward => [new StandingEvent.RewardChanged(reward with { Redemption = redeem.Redemption })],
        };

    static bool IsEarned(Tier tier, Standing standing) =>
        standing.Rewards.All(reward => reward.TierId != tier.Id)
        && standing.Credits + standing.UnderReview >= tier.Invites;

    static Reward NewReward(Standing standing, Tier tier, DateTimeOffset at) => new(
        $"reward-{EffectKey.Digest(EffectKey.From(standing.CampaignId, tier.Id, standing.MemberId))}",
        tier.Id,
        tier.Invites,
        tier.Reward,
        at,
        StockState.OverCap);

    static IEnumerable<StandingEvent> Change(Standing standing, Reward after) => Find(standing, after.Id) switch
    {
        null => [new StandingEvent.RewardEarned(after)],
        var before when before != after => [new StandingEvent.RewardChanged(after)],
        _ => [],
    };

    static Reward LowerThreshold(Reward reward, InvitationTerms terms) =>
        terms.Tiers.FirstOrDefault(tier => tier.Id == reward.TierId) is { } tier && tier.Invites < reward.Invites
            ? reward with { Invites = tier.Invites }
            : reward;

    static Reward? Find(Standing standing, string id) => standing.Rewards.FirstOrDefault(reward => reward.Id == id);

    static StandingEvent.Refused Conflict(ConflictKind kind, string reason) => new(Refusal.Conflict(kind, reason));

    static StandingEvent.Refused AddressMissing() =>
        new(Refusal.Invalid("address", "is missing: a gift is sent to one"));
}
