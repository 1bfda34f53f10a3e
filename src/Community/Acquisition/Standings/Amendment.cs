using System.Text.Json.Serialization;

namespace Community.Acquisition.Standings;

/// <summary>
/// A change of a participant's totals after the campaign settled. The report itself stays unchanged.
/// <paramref name="Reviewer"/> is null when no review caused the change.
/// </summary>
public sealed record Amendment(
    DateTimeOffset At,
    string MemberId,
    string? InviteeId,
    CreditState? Credit,
    IReadOnlyList<FraudSignal> Signals,
    [property: JsonPropertyName("by")] string? Reviewer,
    SettledTotals Before,
    SettledTotals After)
{
    /// <summary>Null for a standing that is not settled, for equal totals, and for a redemption.</summary>
    public static Amendment? From(
        StandingCommand command, string? inviteeId, StandingState before, StandingState after, DateTimeOffset at)
    {
        if (before.Standing.SettledTotals is null || command is StandingCommand.RedeemReward) return null;
        var (totalsBefore, totalsAfter) = (SettledTotals.From(before.Standing), SettledTotals.From(after.Standing));
        return totalsBefore == totalsAfter
            ? null
            : new Amendment(
                at,
                after.Standing.MemberId,
                inviteeId,
                after.Credit?.State,
                after.Credit?.Signals ?? [],
                (command as StandingCommand.ReviewCredit)?.Review.Reviewer,
                totalsBefore,
                totalsAfter);
    }
}
