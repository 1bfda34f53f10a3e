namespace Community.Acquisition.Standings;

/// <summary>Moves a credit from where it was counted to where it counts now.</summary>
static class StandingCounters
{
    // Enough to see a burst, and no more than a row can hold.
    const int MaxLatest = 2 * Burst.Size;

    public static Standing After(Standing standing, Credit? before, Credit after)
    {
        var counted = Add(Add(standing, before, -1), after, 1);
        return counted with
        {
            LastCreditAt = after.State is CreditState.Credited && !(standing.LastCreditAt >= after.Claim.At) ? after.Claim.At : standing.LastCreditAt,
            Latest = RecentInvitees(standing.Latest, after),
            Signals = [.. standing.Signals.Union(after.Signals).Order()],
        };
    }

    static Standing Add(Standing standing, Credit? credit, int one) => credit is null or { State: CreditState.None }
        ? standing
        : AddState(standing with { Retained = standing.Retained + (credit.Claim.IsRetained ? one : 0) }, credit, one);

    static Standing AddState(Standing standing, Credit credit, int one) => credit.State switch
    {
        CreditState.Credited => standing with { Credits = standing.Credits + one, Departed = standing.Departed + (credit.Claim.HasLeft ? one : 0) },
        CreditState.Revoked => standing with { Revoked = standing.Revoked + one },
        CreditState.UnderReview => standing with { UnderReview = standing.UnderReview + one },
        CreditState.Refused => standing with { Refused = standing.Refused + one },
        _ => standing,
    };

    static List<RecentInvitee> RecentInvitees(IReadOnlyList<RecentInvitee> latest, Credit after) =>
        [.. latest
            .Where(comer => comer.Invitee != after.Claim.Invitee)
            .Concat(after.State is CreditState.None ? [] : [new RecentInvitee(after.Claim.Invitee, after.Claim.At)])
            .OrderBy(comer => comer.At)
            .ThenBy(comer => comer.Invitee, StringComparer.Ordinal)
            .TakeLast(MaxLatest)];
}
