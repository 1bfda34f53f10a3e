namespace Community.Care.Suitability;

/// <summary>
/// An assessment of a brand, and the groups that came of it. <paramref name="By"/> is null for the machine key. The
/// advice is kept as it was given, so that later rules do not change what is compared.
/// </summary>
public sealed record SuitabilityAssessment(
    string Id,
    string Brand,
    SuitabilityAnswers Answers,
    SuitabilityAdvice Advice,
    DateTimeOffset CreatedAt,
    string? By)
{
    /// <summary>The most groups that are compared with one assessment.</summary>
    public const int MaxGroups = 20;

    /// <summary>The groups that came of it, in the order in which they were named.</summary>
    public IReadOnlyList<string> GroupIds { get; init; } = [];

    /// <summary>Who named the groups; null before.</summary>
    public string? GroupsNamedBy { get; init; }

    public DateTimeOffset? GroupsNamedAt { get; init; }

    /// <summary>Names the groups in place of those before; the same groups again change nothing.</summary>
    public SuitabilityAssessment NameGroups(IReadOnlyList<string> groupIds, string by, DateTimeOffset at) =>
        groupIds.SequenceEqual(GroupIds, StringComparer.Ordinal)
            ? this
            : this with { GroupIds = groupIds, GroupsNamedBy = by, GroupsNamedAt = at };
}
