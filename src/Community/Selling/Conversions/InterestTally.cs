namespace Community.Selling.Conversions;

/// <summary>
/// A sign of interest. A message is a reply, a question or a vote; price and mention are counted besides.
/// </summary>
public enum SignalKind
{
    Reply,
    Question,
    Price, // The message speaks of the price.
    Mention, // The message names the product.
    Vote,
    Click,
}

/// <summary>Points by signal, and the points per 100 members at which the level is medium and high.</summary>
public sealed record InterestWeights(
    double Reply = 1,
    double Question = 3,
    double Price = 3,
    double Mention = 2,
    double Vote = 2,
    double Click = 4,
    double MediumFrom = 10,
    double HighFrom = 30);

public sealed record InterestTally(
    int Replies = 0, int Questions = 0, int Prices = 0, int Mentions = 0, int Votes = 0, int Clicks = 0)
{
    public static InterestTally None { get; } = new();

    public InterestTally Add(SignalKind kind, int count = 1) => kind switch
    {
        SignalKind.Reply => this with { Replies = Replies + count },
        SignalKind.Question => this with { Questions = Questions + count },
        SignalKind.Price => this with { Prices = Prices + count },
        SignalKind.Mention => this with { Mentions = Mentions + count },
        SignalKind.Vote => this with { Votes = Votes + count },
        _ => this with { Clicks = Clicks + count },
    };

    /// <summary>Points per 100 of <paramref name="members"/>, to one decimal.</summary>
    public double Score(InterestWeights weights, int members) => Math.Round(Points(weights) * 100 / members, 1);

    public InterestLevel Level(InterestWeights weights, int members) => Score(weights, members) switch
    {
        var score when score >= weights.HighFrom => InterestLevel.High,
        var score when score >= weights.MediumFrom => InterestLevel.Medium,
        _ => InterestLevel.Low,
    };

    double Points(InterestWeights weights) =>
        (Replies * weights.Reply)
        + (Questions * weights.Question)
        + (Prices * weights.Price)
        + (Mentions * weights.Mention)
        + (Votes * weights.Vote)
        + (Clicks * weights.Click);
}
