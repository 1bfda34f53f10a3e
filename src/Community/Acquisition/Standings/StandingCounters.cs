namespace Community.Acquisition.Standings;

static class StandingCounters
{
    // Enough to find a burst, and few enough for one row.
    const int MaxLatestInvitees = 2 * Burst.Size;

    public static Standing Replace(Standing standing, Credit? before, Credit after) =>
        Add(Add(standing, before, -1), after, 1) with
        {
            LastCreditAt = LastCreditAt(standing, after),
            LatestInvitees = LatestInvitees(standing.LatestInvitees, after),
            Signals = [.. standing.Signals.Union(after.Signals).Order()],
        };

    static DateTimeOffset? LastCreditAt(Standing standing, Credit after) =>
        after.State is not CreditState.Credited || standing.LastCreditAt >= after.Claim.At
            ? standing.LastCreditAt
            : after.Claim.At;

    static Standing Add(Standing standing, Credit? credit, int count)
    {
        if (credit is null or { State: CreditState.None }) return standing;
        var retained = credit.Claim.IsRetained ? count : 0;
        return AddState(standing with { Retained = standing.Retained + retained }, credit, count);
    }

    static Standing AddState(Standing standing, Credit credit, int count) => credit.State switch
    {
        CreditState.Credited => standing with
        {
            Credits = standing.Credits + count,
            Departed = standing.Departed + (credit.Claim.HasLeft ? count : 0),
        },
        CreditState.Revoked => standing with { Revoked = standing.Revoked + count },
        CreditState.UnderReview => standing with { UnderReview = standing.UnderReview + count },
        CreditState.Refused => standing with { Refused = standing.Refused + count },
        _ => standing,
    };

    static IReadOnlyList<RecentInvitee> LatestInvitees(IReadOnlyList<RecentInvitee> latest, Credit after)
    {
        var (invitee, at) = (after.Claim.Invitee, after.Claim.At);
        var others = latest.Where(other => other.Invitee != invitee);
        return [.. others
            .Concat(after.State is CreditState.None ? [] : [new RecentInvitee(invitee, at)])
            .OrderBy(recent => recent.At)
            .ThenBy(recent => recent.Invitee, StringComparer.Ordinal)
            .TakeLast(MaxLatestInvitees)];
    }
}
