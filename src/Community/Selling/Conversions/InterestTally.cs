namespace Community.Selling.Conversions;

/// <summary>What shows interest.</summary>
public enum SignalKind
{
    /// <summary>A message that is neither a question nor a vote.</summary>
    Reply,

    /// <summary>A question.</summary>
    Question,

    /// <summary>A message that speaks of the price; it is a reply or a question besides.</summary>
    Price,

    /// <summary>A message that names the product; it is a reply or a question besides.</summary>
    Mention,

    /// <summary>A vote in the poll.</summary>
    Vote,

    /// <summary>A click on a link.</summary>
    Click,
}

/// <summary>
/// How interest is weighed: points for each signal, and the points per 100 members from which the level is <c>Medium</c> and <c>High</c>.
/// </summary>
public sealed record InterestWeights(
    double Reply = 1, double Question = 3, double Price = 3, double Mention = 2, double Vote = 2, double Click = 4, double MediumFrom = 10, double HighFrom = 30);

/// <summary>How often each signal was heard in one group.</summary>
public sealed record InterestTally(int Replies = 0, int Questions = 0, int Prices = 0, int Mentions = 0, int Votes = 0, int Clicks = 0)
{
    /// <summary>Nothing.</summary>
    public static InterestTally None { get; } = new();

    /// <summary>With so many more signals of a kind.</summary>
    public InterestTally With(SignalKind kind, int count = 1) => kind switch
    {
        SignalKind.Reply => this with { Replies = Replies + count },
        SignalKind.Question => this with { Questions = Questions + count },
        SignalKind.Price => this with { Prices = Prices + count },
        SignalKind.Mention => this with { Mentions = Mentions + count },
        SignalKind.Vote => this with { Votes = Votes + count },
        _ => this with { Clicks = Clicks + count },
    };

    /// <summary>The points of all signals for each 100 of <paramref name="members"/>, to one decimal.</summary>
    public double Score(InterestWeights weights, int members) => Math.Round(
        ((Replies * weights.Reply) + (Questions * weights.Question) + (Prices * weights.Price) + (Mentions * weights.Mention) + (Votes * weights.Vote) + (Clicks * weights.Click))
        * 100 / members,
        1);

    /// <summary>The level that the score stands for.</summary>
    public InterestLevel Level(InterestWeights weights, int members) => Score(weights, members) switch
    {
        var score when score >= weights.HighFrom => InterestLevel.High,
        var score when score >= weights.MediumFrom => InterestLevel.Medium,
        _ => InterestLevel.Low,
    };
}
