using System.Text.Json.Serialization;

namespace Community.Invitations;

/// <summary>
/// One person in one campaign: every move that can still matter, from which all else follows. The first inviter has the claim, for good; the
/// grace period begins with that join. <see cref="KnownSince"/> is the earliest join to any of the brand's groups.
/// </summary>
public sealed record Invitee(string CampaignId, string MemberId, TimeSpan Grace, bool NewcomersOnly)
{
    /// <summary>In order of time, none twice.</summary>
    public IReadOnlyList<Move> Moves { get; init; } = [];

    /// <summary>Since when the brand knows the person.</summary>
    public DateTimeOffset? KnownSince { get; init; }

    /// <summary>Who invited them, and who seemed to before an earlier join became known: all whose standing has to be told.</summary>
    public IReadOnlyList<string> Inviters { get; init; } = [];

    /// <summary>How often this changed.</summary>
    public long Version { get; init; }

    /// <summary>The join that counts: the first that somebody else invited them to; null when nobody did.</summary>
    [JsonIgnore]
    public Move? Invitation => Moves.FirstOrDefault(move => move.IsIn && move.Inviter is { } inviter && inviter != MemberId);

    /// <summary>What the person's coming is worth to this inviter.</summary>
    public Claim ClaimOf(string inviter) => Invitation is { } invitation && invitation.Inviter == inviter
        ? new Claim(MemberId, Version, StateOf(invitation), invitation.At, HasLeft: !IsInAfter(Moves.Where(move => move.At >= invitation.At)))
        : new Claim(MemberId, Version, ClaimState.None, DateTimeOffset.MinValue, HasLeft: false);

    /// <summary>The end of the grace period that begins with this invitation; never the same instant, at which they have only just come.</summary>
    internal DateTimeOffset GraceEnd(Move invitation) => invitation.At + (Grace > TimeSpan.Zero ? Grace : TimeSpan.FromTicks(1));

    ClaimState StateOf(Move invitation) => NewcomersOnly && KnownSince < invitation.At
        ? ClaimState.NotANewcomer
        : IsInAfter(Moves.Where(move => move.At >= invitation.At && move.At < GraceEnd(invitation))) ? ClaimState.Held : ClaimState.Lost;

    static bool IsInAfter(IEnumerable<Move> moves) => moves.GroupBy(move => move.GroupId).Any(group => group.Last().IsIn);
}
