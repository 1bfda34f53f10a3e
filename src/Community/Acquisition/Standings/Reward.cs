namespace Community.Acquisition.Standings;

public enum RewardState
{
    Granted,

    /// <summary>Depends on a credit under review, or on a gift that is not reserved.</summary>
    Withheld,

    /// <summary>Final, whatever happens to the credits.</summary>
    Redeemed,

    TakenBack,
}

/// <summary>The state of a gift's reservation. The stock itself is stored apart from the standing.</summary>
public enum StockState
{
    Unlimited,

    Wanted,

    Held,

    /// <summary>Waits for a gift that another reward returns; the reward earned first gets it.</summary>
    SoldOut,

    Returning,

    Returned,

    /// <summary>Would exceed what one participant's gifts may cost.</summary>
    OverCap,
}

public sealed record Redemption(string Key, DateTimeOffset At, string? Address);

/// <summary>
/// A member's reward for a tier. <paramref name="Invites"/> is the threshold of the tier when it was earned; an edit
/// can lower it and not raise it. <paramref name="Attempt"/> numbers the reservations of stock, so that a late return
/// of one does not return the next.
/// </summary>
public sealed record Reward(
    string Id,
    string TierId,
    int Invites,
    RewardTerms Terms,
    DateTimeOffset EarnedAt,
    StockState Stock,
    int Attempt = 1)
{
    public Redemption? Redemption { get; init; }

    public string Reservation => $"{Id}-{Attempt}";

    public long CostMinor => Terms.CostMinor ?? 0;

    /// <summary>True when the reward has a part of what one participant's gifts may cost.</summary>
    public bool HasPlaceUnderCap => Redemption is not null || Stock is not (StockState.Returned or StockState.OverCap);

    public RewardState StateWith(int credits, int underReview) => this switch
    {
        { Redemption: not null } => RewardState.Redeemed,
        _ when credits + underReview < Invites => RewardState.TakenBack,
        _ when credits < Invites || Stock is not (StockState.Unlimited or StockState.Held) => RewardState.Withheld,
        _ => RewardState.Granted,
    };
}
