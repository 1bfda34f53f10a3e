using Community.Care.Suitability;
using Community.Groups;

namespace FunctionsApp.Care.Suitability;

/// <summary>
/// An assessment in HTTP responses. <c>kinds</c> are the kinds of group that would fit, <c>fittingKinds</c> the same
/// with reasons; <c>reasons</c> are those of the sides, then warnings about single answers. <c>by</c> is null for the
/// machine key. <c>outcome</c> tells what the groups brought; it is null in lists and before groups are named.
/// </summary>
public sealed record SuitabilityView(
    string Id,
    string Brand,
    SuitabilityVerdict Verdict,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<GroupKind> Kinds,
    IReadOnlyList<SideFinding> Sides,
    IReadOnlyList<FittingKind> FittingKinds,
    SuitabilityAnswers Answers,
    IReadOnlyList<string> GroupIds,
    string? GroupsNamedBy,
    DateTimeOffset? GroupsNamedAt,
    DateTimeOffset CreatedAt,
    string? By)
{
    public SuitabilityOutcome? Outcome { get; init; }

    public static SuitabilityView From(SuitabilityAssessment assessment) => From(assessment, outcome: null);

    public static SuitabilityView From(SuitabilityAssessment assessment, SuitabilityOutcome? outcome) => new(
        assessment.Id,
        assessment.Brand,
        assessment.Advice.Verdict,
        [.. assessment.Advice.Reasons],
        [.. assessment.Advice.Kinds.Select(fitting => fitting.Kind)],
        assessment.Advice.Sides,
        assessment.Advice.Kinds,
        assessment.Answers,
        assessment.GroupIds,
        assessment.GroupsNamedBy,
        assessment.GroupsNamedAt,
        assessment.CreatedAt,
        assessment.By)
    {
        Outcome = outcome,
    };
}
