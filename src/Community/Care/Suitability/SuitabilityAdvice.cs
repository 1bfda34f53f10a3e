using System.Text.Json.Serialization;
using Community.Groups;

namespace Community.Care.Suitability;

/// <summary>Whether a brand should have groups (该不该做社群).</summary>
public enum SuitabilityVerdict
{
    /// <summary>Every side speaks for groups.</summary>
    Recommended,

    /// <summary>One or two sides do: groups of the kinds that fit them, and no others.</summary>
    Selective,

    NotRecommended,
}

/// <summary>A side of the brand.</summary>
public enum SuitabilitySide
{
    /// <summary>产品.</summary>
    Product,

    /// <summary>成交.</summary>
    Deal,

    /// <summary>售后.</summary>
    AfterSale,
}

/// <summary>
/// A side with its reason in Chinese. It is positive when more than half of its answers are yes, so that of two answers
/// both must be.
/// </summary>
public sealed record SideFinding(SuitabilitySide Side, bool IsPositive, string Reason);

/// <summary>A kind of group that fits, with the reason in Chinese.</summary>
public sealed record FittingKind(GroupKind Kind, string Reason);

/// <summary>
/// What follows from the answers. <paramref name="Notes"/> are warnings about single answers, in Chinese.
/// </summary>
public sealed record SuitabilityAdvice(
    SuitabilityVerdict Verdict,
    IReadOnlyList<SideFinding> Sides,
    IReadOnlyList<string> Notes,
    IReadOnlyList<FittingKind> Kinds)
{
    /// <summary>The reasons of the sides, then the notes.</summary>
    [JsonIgnore]
    public IEnumerable<string> Reasons => Sides.Select(side => side.Reason).Concat(Notes);
}
