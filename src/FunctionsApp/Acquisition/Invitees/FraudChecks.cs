using Community.Acquisition.Invitees;
using Community.Acquisition.Standings;

namespace FunctionsApp.Acquisition.Invitees;

/// <summary>What the rows of the two people say against an invitation.</summary>
/// <param name="Signals">What is doubtful about it.</param>
/// <param name="Counterpart">The inviter, where the invitee invited them as well: that invitation is as doubtful.</param>
public sealed record FraudFinding(IReadOnlyList<FraudSignal> Signals, Invitee? Counterpart);

/// <summary>
/// Holds invitee and inviter against each other. The invitee's own row is stored before this reads the inviter's: of two people who invite each
/// other at the same moment, one sees the other.
/// </summary>
public sealed class FraudChecks(InviteeStore invitees)
{
    /// <summary>What is doubtful when this inviter brings this invitee.</summary>
    public async Task<FraudFinding> CheckAsync(Invitee invitee, string inviter, string? unionId)
    {
        var own = await invitees.FindAsync(invitee.CampaignId, inviter);
        var isRing = own?.Invitation?.Inviter == invitee.MemberId;
        var isSamePerson = unionId is not null && (await invitees.FindPersonAsync(inviter))?.UnionId == unionId;
        return new FraudFinding(
            [.. isRing ? [FraudSignal.Ring] : Array.Empty<FraudSignal>(), .. isSamePerson ? [FraudSignal.SecondIdentity] : Array.Empty<FraudSignal>()],
            isRing ? own : null);
    }
}
