using Community.Platform;

namespace Community.Acquisition.Standings;

/// <summary>What follows from the counts: a tier is rewarded once; what is lost is taken back unless redeemed, and what is regained is given again.</summary>
static class RewardRules
{
    /// <summary>What the books as they are now call for.</summary>
    public static IEnumerable<StandingEvent> Consequences(StandingState state, DateTimeOffset at)
    {
        var (standing, terms) = (state.Standing, state.Terms);
        foreach (var tier in terms.Tiers)
        {
            var held = standing.Rewards.FirstOrDefault(reward => reward.TierId == tier.Id);
            if (held is null && standing.Credits + standing.UnderReview >= tier.Invites) yield return new StandingEvent.RewardEarned(NewReward(standing, tier, at));
            if (held is not null && Revised(held, tier, standing) is var revised && revised != held) yield return new StandingEvent.RewardChanged(revised);
        }

        foreach (var orphan in standing.Rewards.Where(reward => terms.Tiers.All(tier => tier.Id != reward.TierId)))
        {
            if (Revised(orphan, null, standing) is var revised && revised != orphan) yield return new StandingEvent.RewardChanged(revised);
        }

        if (terms.Target is { } target && standing.Target is TargetState.None && standing.Credits >= target.Invites)
            yield return new StandingEvent.TargetReached(TargetState.Invited, at);
    }

    /// <summary>Gifts that were sold out are asked for again.</summary>
    public static IReadOnlyList<StandingEvent> RetrySoldOut(Standing standing) =>
        [.. standing.Rewards
            .Where(reward => reward.Stock is StockState.SoldOut)
            .Select(reward => new StandingEvent.RewardChanged(reward with { Stock = StockState.Wanted }))];

    /// <summary>What the stock's answer changes; null when it comes too late.</summary>
    public static StandingEvent.RewardChanged? AnswerStock(StandingCommand.AnswerStock answer, Standing standing) =>
        Find(standing, answer.RewardId) is { Stock: StockState.Wanted } reward && reward.Attempt == answer.Attempt
            ? new StandingEvent.RewardChanged(reward with { Stock = answer.IsReserved ? StockState.Held : StockState.SoldOut })
            : null;

    /// <summary>The next reservation has another name; null when this one was given back before.</summary>
    public static StandingEvent.RewardChanged? ReturnStock(StandingCommand.ReturnStock back, Standing standing) =>
        Find(standing, back.RewardId) is { Stock: StockState.Returning } reward && reward.Attempt == back.Attempt
            ? new StandingEvent.RewardChanged(reward with { Stock = StockState.Wanted, Attempt = reward.Attempt + 1 })
            : null;

    /// <summary>Redeemed, or why not.</summary>
    public static IReadOnlyList<StandingEvent> Redeem(StandingCommand.Redeem redeem, Standing standing) => Find(standing, redeem.RewardId) switch
    {
        null => [new StandingEvent.Refused(null, "there is no such reward")],
        { Redemption: { } known } when known.Key == redeem.Redemption.Key => [],
        { Redemption: not null } => [new StandingEvent.Refused(null, "the reward was redeemed before")],
        var reward when standing.StateOf(reward) is not RewardState.Granted => [new StandingEvent.Refused(null, $"the reward is {standing.StateOf(reward)}")],
        { Terms.Kind: RewardKind.Gift } when string.IsNullOrWhiteSpace(redeem.Redemption.Address) =>
            [new StandingEvent.Refused("address", "is missing: a gift is sent to one.")],
        var reward => [new StandingEvent.RewardChanged(reward with { Redemption = redeem.Redemption })],
    };

    static Reward NewReward(Standing standing, Tier tier, DateTimeOffset at) => new(
        $"reward-{EffectKey.Digest(EffectKey.From(standing.CampaignId, tier.Id, standing.MemberId))}",
        tier.Id,
        tier.Invites,
        tier.Reward,
        at,
        tier.Reward.Stock is null ? StockState.Unlimited : StockState.Wanted);

    static Reward Revised(Reward reward, Tier? tier, Standing standing)
    {
        if (tier is not null && tier.Invites < reward.Invites) reward = reward with { Invites = tier.Invites };
        return standing.StateOf(reward) is RewardState.TakenBack && reward.Stock is StockState.Held ? reward with { Stock = StockState.Returning } : reward;
    }

    static Reward? Find(Standing standing, string id) => standing.Rewards.FirstOrDefault(reward => reward.Id == id);
}
