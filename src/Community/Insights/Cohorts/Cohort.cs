namespace Community.Insights.Cohorts;

/// <summary>An order that counts; the amount is in minor units.</summary>
public sealed record CohortOrder(DateTimeOffset At, long AmountMinor, string Currency);

/// <summary>
/// A member of a group with all orders that count, and the instants at which people joined whom the member invited.
/// </summary>
public sealed record CohortMember(
    string MemberId, IReadOnlyList<CohortOrder> Orders, IReadOnlyList<DateTimeOffset> Referrals);

/// <summary>
/// What the members of a cohort did within <paramref name="Days"/> days after their first order: another order (复购),
/// one above the first (升单), an invitation of somebody who joined (转介绍). The shares are of the whole cohort, 0 to 1.
/// <paramref name="IsMature"/> is false while that time is not over for everybody who can be in the cohort.
/// </summary>
public sealed record CohortWindow(
    int Days,
    int Repurchased,
    int Upgraded,
    int Referred,
    double RepurchaseShare,
    double UpgradeShare,
    double ReferralShare,
    bool IsMature);

/// <summary>
/// The <paramref name="Members"/> whose first order was in the month that begins on <paramref name="Month"/>.
/// </summary>
public sealed record Cohort(DateOnly Month, int Members, IReadOnlyList<CohortWindow> Windows);
