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

    SoldOut,

    Returning,
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

    public RewardState StateWith(int credits, int underReview) => this switch
    {
        { Redemption: not null } => RewardState.Redeemed,
        _ when credits + underReview < Invites => RewardState.TakenBack,
        _ when credits < Invites || Stock is not (StockState.Unlimited or StockState.Held) => RewardState.Withheld,
        _ => RewardState.Granted,
    };
}
