using System.Text.Json.Serialization;

namespace Community.Acquisition.Invitees;

/// <summary>A person in one campaign. The first inviter has the claim, and that join starts the grace period.</summary>
public sealed record Invitee(string CampaignId, string MemberId, TimeSpan Grace, bool NewcomersOnly)
{
    public static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    public IReadOnlyList<MembershipChange> Changes { get; init; } = [];

    /// <summary>The earliest known join to any of the brand's groups; null before the first.</summary>
    public DateTimeOffset? KnownSince { get; init; }

    /// <summary>The inviter, and those replaced by an older join that arrived late.</summary>
    public IReadOnlyList<string> Inviters { get; init; } = [];

    public long Version { get; init; }

    /// <summary>The first join by another member's invitation; null when there is none.</summary>
    [JsonIgnore]
    public MembershipChange? Invitation =>
        Changes.FirstOrDefault(change => change.IsIn && change.Inviter is { } inviter && inviter != MemberId);

    public Claim ClaimFor(string inviter)
    {
        if (Invitation is not { } invitation || invitation.Inviter != inviter) return NoClaim();
        var hasLeft = !IsPresent(invitation, DateTimeOffset.MaxValue);
        var isRetained = IsPresent(invitation, invitation.At + Retention);
        return new Claim(MemberId, Version, StateOf(invitation), invitation.At, hasLeft, isRetained);
    }

    Claim NoClaim() =>
        new(MemberId, Version, ClaimState.None, DateTimeOffset.MinValue, HasLeft: false, IsRetained: false);

    ClaimState StateOf(MembershipChange invitation)
    {
        if (NewcomersOnly && KnownSince < invitation.At) return ClaimState.NotANewcomer;
        return IsPresent(invitation, invitation.At + Grace) ? ClaimState.Held : ClaimState.Lost;
    }

    // The join itself counts in every case, so that a campaign without a grace period credits it.
    bool IsPresent(MembershipChange invitation, DateTimeOffset until) => Changes
        .Where(change => change.At == invitation.At || (change.At > invitation.At && change.At < until))
        .GroupBy(change => change.GroupId)
        .Any(group => group.Last().IsIn);
}
