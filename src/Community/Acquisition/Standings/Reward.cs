namespace Community.Acquisition.Standings;

/// <summary>How a reward stands, as its owner sees it.</summary>
public enum RewardState
{
    /// <summary>Earned; may be redeemed.</summary>
    Granted,

    /// <summary>Earned but for a doubtful credit, or for a gift that is out of stock.</summary>
    Withheld,

    /// <summary>Redeemed: it stays so, whatever becomes of the credits.</summary>
    Redeemed,

    /// <summary>The tier was lost before it was redeemed.</summary>
    TakenBack,
}

/// <summary>How a gift stands in the stock, which is kept apart from the standing: each step is noted here before or after it is taken there.</summary>
public enum StockState
{
    /// <summary>There is no stock to take it from.</summary>
    Unlimited,

    /// <summary>To be reserved.</summary>
    Wanted,

    /// <summary>One is held for it.</summary>
    Held,

    /// <summary>There was none left.</summary>
    SoldOut,

    /// <summary>To be given back.</summary>
    Returning,
}

/// <summary>How a reward was redeemed: by which request, when, and where a gift goes.</summary>
public sealed record Redemption(string Key, DateTimeOffset At, string? Address);

/// <summary>
/// What a member earned by a tier, once. <paramref name="Invites"/> are those it was earned by: a later edit may lower them, never raise them.
/// <paramref name="Attempt"/> numbers the reservations of stock, so that giving one back can never give back the next.
/// </summary>
public sealed record Reward(string Id, string TierId, int Invites, RewardTerms Terms, DateTimeOffset EarnedAt, StockState Stock, int Attempt = 1)
{
    /// <summary>Null until it is redeemed.</summary>
    public Redemption? Redemption { get; init; }

    /// <summary>The name of its present reservation.</summary>
    public string Reservation => $"{Id}-{Attempt}";

    /// <summary>How it stands with so many credits and so many that are under review.</summary>
    public RewardState StateWith(int credits, int underReview) => this switch
    {
        { Redemption: not null } => RewardState.Redeemed,
        _ when credits + underReview < Invites => RewardState.TakenBack,
        _ when credits < Invites || Stock is not (StockState.Unlimited or StockState.Held) => RewardState.Withheld,
        _ => RewardState.Granted,
    };
}
