using System.Text.Json.Serialization;

namespace Community.Care.Suitability;

/// <summary>The answers about the three sides of a brand: before, at and after the sale.</summary>
public sealed record SuitabilityAnswers(ProductAnswers Product, DealAnswers Deal, AfterSaleAnswers AfterSale);

/// <summary>产品. Is there something to discuss, must it be explained, does it meet other needs too?</summary>
public sealed record ProductAnswers(bool Discussable, bool NeedsExplaining, bool OtherNeeds);

/// <summary>
/// 成交. <paramref name="Reputation"/> is 1 to 5; <paramref name="TrustCanGrow"/> tells whether a group can build trust.
/// </summary>
public sealed record DealAnswers(int Reputation, bool TrustCanGrow)
{
    public const int MinReputation = 1;
    public const int MaxReputation = 5;

    /// <summary>The reputation from which on its question counts as answered with yes.</summary>
    public const int GoodReputation = 3;

    [JsonIgnore]
    public bool HasReputation => Reputation >= GoodReputation;
}

/// <summary>售后. Must users be taught, and do further services follow?</summary>
public sealed record AfterSaleAnswers(bool MustTeach, bool Services);
