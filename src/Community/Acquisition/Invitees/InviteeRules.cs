using System.Diagnostics;

namespace Community.Acquisition.Invitees;

public abstract record InviteeCommand
{
    InviteeCommand()
    {
    }

    public sealed record RecordChange(MembershipChange Change) : InviteeCommand;

    /// <summary>The person joined one of the brand's groups, in this campaign or outside it.</summary>
    public sealed record RecordFirstSeen(DateTimeOffset At) : InviteeCommand;

    public sealed record RecordIdentities(IReadOnlyList<string> MemberIds) : InviteeCommand;

    /// <summary>Another identity of the person, or an inviter, was invited in this campaign.</summary>
    public sealed record RecordRelatedInvitation(FirstInvitation Invitation) : InviteeCommand;
}

public abstract record InviteeEvent
{
    InviteeEvent()
    {
    }

    public sealed record ChangesRecorded(IReadOnlyList<MembershipChange> Changes) : InviteeEvent;

    public sealed record FirstSeenRecorded(DateTimeOffset At) : InviteeEvent;

    public sealed record IdentitiesRecorded(IReadOnlyList<string> Others) : InviteeEvent;

    public sealed record RelatedInvitationRecorded(FirstInvitation Invitation) : InviteeEvent;
}

/// <summary>The decider of an invitee. Its events can arrive in any order and any number of times.</summary>
public static class InviteeRules
{
    /// <summary>The most changes kept on either side of the invitation, besides the last of each group.</summary>
    public const int MaxChanges = 100;

    /// <summary>The events of a new fact; none for a repeat and for a fact that can no longer decide a claim.</summary>
    public static IReadOnlyList<InviteeEvent> Decide(InviteeCommand command, Invitee invitee) => command switch
    {
        InviteeCommand.RecordChange record => RecordChange(record.Change, invitee),
        InviteeCommand.RecordFirstSeen seen when invitee.KnownSince <= seen.At => [],
        InviteeCommand.RecordFirstSeen seen => [new InviteeEvent.FirstSeenRecorded(seen.At)],
        InviteeCommand.RecordIdentities record => RecordIdentities(record.MemberIds, invitee),
        InviteeCommand.RecordRelatedInvitation related => RecordRelated(related.Invitation, invitee),
        _ => throw new UnreachableException(),
    };

    public static Invitee Evolve(Invitee invitee, InviteeEvent happened) => happened switch
    {
        InviteeEvent.ChangesRecorded recorded =>
            WithInviter(invitee with { Changes = recorded.Changes, Version = invitee.Version + 1 }),
        InviteeEvent.FirstSeenRecorded seen => invitee with { KnownSince = seen.At, Version = invitee.Version + 1 },
        InviteeEvent.IdentitiesRecorded recorded =>
            invitee with { OtherIdentities = recorded.Others, Version = invitee.Version + 1 },
        InviteeEvent.RelatedInvitationRecorded recorded => invitee with
        {
            RelatedInvitations = Replace(invitee.RelatedInvitations, recorded.Invitation),
            Version = invitee.Version + 1,
        },
        _ => throw new UnreachableException(),
    };

    static IReadOnlyList<InviteeEvent> RecordChange(MembershipChange change, Invitee invitee)
    {
        var changes = RelevantChanges.SelectWith(invitee, change);
        return changes.SequenceEqual(invitee.Changes) ? [] : [new InviteeEvent.ChangesRecorded(changes)];
    }

    static IReadOnlyList<InviteeEvent> RecordIdentities(IReadOnlyList<string> memberIds, Invitee invitee)
    {
        IReadOnlyList<string> others =
        [
            .. invitee.OtherIdentities
                .Union(memberIds)
                .Where(id => id != invitee.MemberId)
                .Order(StringComparer.Ordinal),
        ];
        return others.SequenceEqual(invitee.OtherIdentities) ? [] : [new InviteeEvent.IdentitiesRecorded(others)];
    }

    static IReadOnlyList<InviteeEvent> RecordRelated(FirstInvitation related, Invitee invitee)
    {
        var known = invitee.RelatedInvitations.FirstOrDefault(other => other.MemberId == related.MemberId);
        var isNews = known is null ? IsRelevant(related, invitee) : related.Precedes(known);
        return isNews ? [new InviteeEvent.RelatedInvitationRecorded(related)] : [];
    }

    static bool IsRelevant(FirstInvitation related, Invitee invitee) =>
        invitee.OtherIdentities.Contains(related.MemberId) || related.Inviter == invitee.MemberId;

    static IReadOnlyList<FirstInvitation> Replace(IReadOnlyList<FirstInvitation> known, FirstInvitation changed) =>
        [.. known
            .Where(other => other.MemberId != changed.MemberId)
            .Append(changed)
            .OrderBy(other => other.MemberId, StringComparer.Ordinal)];

    static Invitee WithInviter(Invitee invitee) =>
        invitee.Invitation?.Inviter is { } inviter && !invitee.Inviters.Contains(inviter)
            ? invitee with { Inviters = [.. invitee.Inviters, inviter] }
            : invitee;
}
