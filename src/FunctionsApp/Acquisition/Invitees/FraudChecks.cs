using Community.Acquisition.Invitees;
using Community.Acquisition.Standings;

namespace FunctionsApp.Acquisition.Invitees;

/// <summary>The result of a check of one invitation.</summary>
/// <param name="Signals">The signals of fraud.</param>
/// <param name="Counterpart">
/// The inviter as an invitee when the two invited each other, because that invitation has the same signals; null
/// otherwise.
/// </param>
public sealed record FraudFinding(IReadOnlyList<FraudSignal> Signals, Invitee? Counterpart)
{
    public static FraudFinding None { get; } = new([], Counterpart: null);
}

/// <summary>
/// Compares an invitee with the inviter. The invitee's row is stored before the inviter's row is read, so that one of
/// two people who invite each other at the same time finds the other.
/// </summary>
public sealed class FraudChecks(InviteeStore invitees)
{
    /// <summary>Checks this inviter's invitation; <paramref name="unionId"/> is the invitee's.</summary>
    public async Task<FraudFinding> CheckAsync(Invitee invitee, string inviter, string? unionId)
    {
        List<FraudSignal> signals = [];
        var counterpart = await invitees.FindAsync(invitee.CampaignId, inviter);
        var isRing = counterpart?.Invitation?.Inviter == invitee.MemberId;
        if (isRing) signals.Add(FraudSignal.Ring);
        if (unionId is not null && (await invitees.FindPersonAsync(inviter))?.UnionId == unionId)
            signals.Add(FraudSignal.SecondIdentity);
        return new FraudFinding(signals, isRing ? counterpart : null);
    }
}
