using System.Text.Json.Serialization;

namespace Community.Acquisition.Invitees;

/// <summary>
/// A person in one campaign. The first inviter has the claim permanently; the grace period starts with that join.
/// </summary>
public sealed record Invitee(string CampaignId, string MemberId, TimeSpan Grace, bool NewcomersOnly)
{
    /// <summary>An invitee who is present after this period counts as retained.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    /// <summary>The relevant joins and leaves, in order of time and without duplicates.</summary>
    public IReadOnlyList<MembershipChange> Changes { get; init; } = [];

    /// <summary>The earliest known join to any of the brand's groups; null before the first.</summary>
    public DateTimeOffset? KnownSince { get; init; }

    /// <summary>
    /// The inviter and all earlier ones that were replaced when an older join arrived late. The standing of each
    /// follows this invitee.
    /// </summary>
    public IReadOnlyList<string> Inviters { get; init; } = [];

    /// <summary>The number of changes to this record.</summary>
    public long Version { get; init; }

    /// <summary>The first join by another member's invitation; null when there is none.</summary>
    [JsonIgnore]
    public MembershipChange? Invitation =>
        Changes.FirstOrDefault(change => change.IsIn && change.Inviter is { } inviter && inviter != MemberId);

    /// <summary>The claim of this inviter.</summary>
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
