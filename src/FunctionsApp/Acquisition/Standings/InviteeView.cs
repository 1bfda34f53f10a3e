using Community.Acquisition.Standings;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>
/// A person whom a participant invited. <paramref name="Reason"/> says why the person does not count, or not yet;
/// <paramref name="HasLeft"/> that the person is in none of the campaign's groups now.
/// </summary>
public sealed record InviteeView(
    string InviteeId,
    string? Name,
    DateTimeOffset JoinedAt,
    CreditState State,
    CreditReason? Reason,
    IReadOnlyList<FraudSignal> Signals,
    bool HasLeft,
    ReviewView? Review)
{
    public static InviteeView From(Credit credit, string? name) => new(
        credit.Claim.Invitee,
        name,
        credit.Claim.At,
        credit.State,
        credit.Reason,
        credit.Signals,
        credit.Claim.HasLeft,
        credit.Review is { } review ? new ReviewView(review.IsAccepted, review.Reviewer, review.At) : null);
}

/// <summary>The latest decision about a doubtful credit.</summary>
public sealed record ReviewView(bool IsAccepted, string Reviewer, DateTimeOffset At);
