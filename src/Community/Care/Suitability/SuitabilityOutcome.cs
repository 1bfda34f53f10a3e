using Community.Groups;
using Community.Platform;
using Community.Selling.Offers;

namespace Community.Care.Suitability;

/// <summary>
/// A group that came of an assessment. <paramref name="DaysLived"/> are whole days from the opening to the dissolution,
/// or to now; null for a group that never opened. <paramref name="Joined"/> are all who were ever members, and
/// <paramref name="Revenue"/> is in minor units without refunds.
/// </summary>
public sealed record GroupOutcome(
    string GroupId,
    string Name,
    GroupKind Kind,
    bool IsRecommended,
    GroupState State,
    DateTimeOffset? OpenedAt,
    int? DaysLived,
    int Members,
    int Joined,
    int Orders,
    int Units,
    MoneyByCurrency Revenue)
{
    public static GroupOutcome From(
        SuitabilityAdvice advice, Group group, int joined, OfferTotals sold, DateTimeOffset now) => new(
            group.Id,
            group.Name,
            group.Kind,
            advice.Kinds.Any(fitting => fitting.Kind == group.Kind),
            group.State,
            group.OpenedAt,
            group.OpenedAt is { } opened ? Math.Max(0, ((group.DissolvedAt ?? now) - opened).Days) : null,
            group.MemberCount,
            joined,
            sold.Orders,
            sold.Units,
            sold.Revenue);
}

/// <summary>Sums over groups. A person who was in two groups counts in both.</summary>
public sealed record OutcomeTotals(
    int Groups, int Alive, int Members, int Joined, int Orders, int Units, MoneyByCurrency Revenue)
{
    public static OutcomeTotals Of(IEnumerable<GroupOutcome> groups) => groups.Aggregate(
        new OutcomeTotals(0, 0, 0, 0, 0, 0, MoneyByCurrency.None),
        (sum, group) => new OutcomeTotals(
            sum.Groups + 1,
            sum.Alive + (group.State is GroupState.Dissolved ? 0 : 1),
            sum.Members + group.Members,
            sum.Joined + group.Joined,
            sum.Orders + group.Orders,
            sum.Units + group.Units,
            sum.Revenue.Add(group.Revenue)));
}

/// <summary>
/// The groups of one kind. A kind without groups is there when it was recommended.
/// </summary>
public sealed record KindOutcome(GroupKind Kind, bool IsRecommended, OutcomeTotals Totals);

/// <summary>What the groups of an assessment brought by <paramref name="AsOf"/>.</summary>
public sealed record SuitabilityOutcome(
    DateTimeOffset AsOf,
    IReadOnlyList<GroupOutcome> Groups,
    IReadOnlyList<KindOutcome> Kinds,
    OutcomeTotals Totals)
{
    /// <summary>Compares the groups with the advice, by kind in the order of the enum.</summary>
    public static SuitabilityOutcome Compare(
        SuitabilityAdvice advice, IReadOnlyList<GroupOutcome> groups, DateTimeOffset now) => new(
            now,
            groups,
            [
                .. from kind in Enum.GetValues<GroupKind>()
                   let isRecommended = advice.Kinds.Any(fitting => fitting.Kind == kind)
                   let ofKind = groups.Where(outcome => outcome.Kind == kind).ToList()
                   where isRecommended || ofKind.Count > 0
                   select new KindOutcome(kind, isRecommended, OutcomeTotals.Of(ofKind)),
            ],
            OutcomeTotals.Of(groups));
}
