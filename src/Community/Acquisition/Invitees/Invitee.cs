using System.Text.Json.Serialization;

namespace Community.Acquisition.Invitees;

/// <summary>
/// One person in one campaign: every move that can still matter, from which all else follows. The first inviter has the claim, for good; the
/// grace period begins with that join. <see cref="KnownSince"/> is the earliest join to any of the brand's groups.
/// </summary>
public sealed record Invitee(string CampaignId, string MemberId, TimeSpan Grace, bool NewcomersOnly)
{
    /// <summary>Who is there after so long has been retained.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    /// <summary>In order of time, none twice.</summary>
    public IReadOnlyList<MembershipChange> Changes { get; init; } = [];

    /// <summary>Since when the brand knows the person.</summary>
    public DateTimeOffset? KnownSince { get; init; }

    /// <summary>Who invited them, and who seemed to before an earlier join became known: all whose standing has to be told.</summary>
    public IReadOnlyList<string> Inviters { get; init; } = [];

    /// <summary>How often this changed.</summary>
    public long Version { get; init; }

    /// <summary>The join that counts: the first that somebody else invited them to; null when nobody did.</summary>
    [JsonIgnore]
    public MembershipChange? Invitation => Changes.FirstOrDefault(change => change.IsIn && change.Inviter is { } inviter && inviter != MemberId);

    /// <summary>What the person's coming is worth to this inviter.</summary>
    public Claim ClaimOf(string inviter) => Invitation is { } invitation && invitation.Inviter == inviter
        ? new Claim(MemberId, Version, StateOf(invitation), invitation.At, !IsIn(invitation, DateTimeOffset.MaxValue), IsIn(invitation, invitation.At + Retention))
        : new Claim(MemberId, Version, ClaimState.None, DateTimeOffset.MinValue, HasLeft: false, IsRetained: false);

    /// <summary>Until when the order of moves still matters, and not only the latest one.</summary>
    internal DateTimeOffset MattersUntil(MembershipChange invitation) => invitation.At + (Grace > Retention ? Grace : Retention);

    // Never the very instant of the invitation, at which they have only just come.
    ClaimState StateOf(MembershipChange invitation) => NewcomersOnly && KnownSince < invitation.At
        ? ClaimState.NotANewcomer
        : IsIn(invitation, invitation.At + (Grace > TimeSpan.Zero ? Grace : TimeSpan.FromTicks(1))) ? ClaimState.Held : ClaimState.Lost;

    bool IsIn(MembershipChange invitation, DateTimeOffset until) =>
        Changes.Where(change => change.At >= invitation.At && change.At < until).GroupBy(change => change.GroupId).Any(group => group.Last().IsIn);
}
