using System.Text.Json.Serialization;

namespace Community.Acquisition.Invitees;

/// <summary>
/// An identity of a person in one campaign. The first inviter has the claim, and that join starts the grace period. Of
/// several identities of one person the one that was invited first counts.
/// </summary>
public sealed record Invitee(string CampaignId, string MemberId, TimeSpan Grace, bool NewcomersOnly)
{
    public static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    public IReadOnlyList<MembershipChange> Changes { get; init; } = [];

    /// <summary>
    /// The earliest known join of any identity of the person to any of the brand's groups; null before the first.
    /// </summary>
    public DateTimeOffset? KnownSince { get; init; }

    /// <summary>The person's other identities, in order.</summary>
    public IReadOnlyList<string> OtherIdentities { get; init; } = [];

    /// <summary>
    /// The first invitations in this campaign of the person's other identities, and of an inviter whom the person
    /// invited.
    /// </summary>
    public IReadOnlyList<FirstInvitation> RelatedInvitations { get; init; } = [];

    /// <summary>The inviter, and those replaced by an older join that arrived late.</summary>
    public IReadOnlyList<string> Inviters { get; init; } = [];

    public long Version { get; init; }

    /// <summary>True while the claims of this version may not be applied to the standings.</summary>
    public bool AwaitsClaims { get; init; }

    /// <summary>The first join by another member's invitation; null when there is none.</summary>
    [JsonIgnore]
    public MembershipChange? Invitation =>
        Changes.FirstOrDefault(change => change.IsIn && change.Inviter is { } inviter && inviter != MemberId);

    [JsonIgnore]
    public FirstInvitation? FirstInvitation =>
        Invitation is { } invitation ? new FirstInvitation(MemberId, invitation.At, invitation.Inviter!) : null;

    public Claim ClaimFor(string inviter)
    {
        if (Invitation is not { } invitation || invitation.Inviter != inviter) return NoClaim();
        var hasLeft = !IsPresent(invitation, DateTimeOffset.MaxValue);
        var isRetained = IsPresent(invitation, invitation.At + Retention);
        var state = StateOf(invitation);
        return new Claim(MemberId, Version, state, invitation.At, hasLeft, isRetained)
        {
            IsRing = RelatedInvitations.Any(other => other.MemberId == inviter && other.Inviter == MemberId),
            IsSecondIdentity = state is ClaimState.SecondIdentity || OtherIdentities.Contains(inviter),
        };
    }

    Claim NoClaim() =>
        new(MemberId, Version, ClaimState.None, DateTimeOffset.MinValue, HasLeft: false, IsRetained: false);

    ClaimState StateOf(MembershipChange invitation)
    {
        if (NewcomersOnly && KnownSince < invitation.At) return ClaimState.NotANewcomer;
        if (IsPrecededByAnotherIdentity(invitation)) return ClaimState.SecondIdentity;
        return IsPresent(invitation, invitation.At + Grace) ? ClaimState.Held : ClaimState.Lost;
    }

    // A person who invites an own identity waits for a review, and takes the claim of no other inviter.
    bool IsPrecededByAnotherIdentity(MembershipChange invitation) =>
        !OtherIdentities.Contains(invitation.Inviter!)
        && RelatedInvitations.Any(other =>
            OtherIdentities.Contains(other.MemberId)
            && other.Inviter != MemberId
            && !OtherIdentities.Contains(other.Inviter)
            && (other.At < invitation.At
                || (other.At == invitation.At && string.CompareOrdinal(other.MemberId, MemberId) < 0)));

    // The join itself counts in every case, so that a campaign without a grace period credits it.
    bool IsPresent(MembershipChange invitation, DateTimeOffset until) => Changes
        .Where(change => change.At == invitation.At || (change.At > invitation.At && change.At < until))
        .GroupBy(change => change.GroupId)
        .Any(group => group.Last().IsIn);
}
