using System.Diagnostics;

namespace Community.Acquisition.Invitees;

/// <summary>What becomes known of a person.</summary>
public abstract record InviteeCommand
{
    InviteeCommand()
    {
    }

    /// <summary>They came in or went out.</summary>
    public sealed record RecordChange(MembershipChange Change) : InviteeCommand;

    /// <summary>They joined one of the brand's groups at this instant, in this campaign or outside it.</summary>
    public sealed record RecordFirstSeen(DateTimeOffset At) : InviteeCommand;
}

/// <summary>What changed.</summary>
public abstract record InviteeEvent
{
    InviteeEvent()
    {
    }

    /// <summary>A move that was not known.</summary>
    public sealed record ChangeRecorded(MembershipChange Change) : InviteeEvent;

    /// <summary>They were met earlier than was known.</summary>
    public sealed record FirstSeenRecorded(DateTimeOffset At) : InviteeEvent;
}

/// <summary>
/// Who invited whom, from joins and leaves that arrive in any order and any number of times. What is kept is a set, so that what follows from
/// it does not depend on the order; it is bounded, because moves after a while matter only as the latest one of their group.
/// </summary>
public static class InviteeRules
{
    /// <summary>Moves kept of one person in one campaign; more within so short a time are nobody's honest coming and going.</summary>
    public const int MaxChanges = 100;

    /// <summary>The events that the command causes; none for what is known, or can no longer matter.</summary>
    public static IReadOnlyList<InviteeEvent> Decide(InviteeCommand command, Invitee invitee) => command switch
    {
        InviteeCommand.RecordChange hear when !WithChange(invitee, hear.Change).Contains(hear.Change) || invitee.Changes.Contains(hear.Change) => [],
        InviteeCommand.RecordChange hear => [new InviteeEvent.ChangeRecorded(hear.Change)],
        InviteeCommand.RecordFirstSeen meet when invitee.KnownSince <= meet.At => [],
        InviteeCommand.RecordFirstSeen meet => [new InviteeEvent.FirstSeenRecorded(meet.At)],
        _ => throw new UnreachableException(),
    };

    /// <summary>The person after the event.</summary>
    public static Invitee Evolve(Invitee invitee, InviteeEvent happened) => happened switch
    {
        InviteeEvent.ChangeRecorded moved => WithInviter(invitee with { Changes = WithChange(invitee, moved.Change), Version = invitee.Version + 1 }),
        InviteeEvent.FirstSeenRecorded met => invitee with { KnownSince = met.At, Version = invitee.Version + 1 },
        _ => throw new UnreachableException(),
    };

    static Invitee WithInviter(Invitee invitee) =>
        invitee.Invitation?.Inviter is { } inviter && !invitee.Inviters.Contains(inviter) ? invitee with { Inviters = [.. invitee.Inviters, inviter] } : invitee;

    static List<MembershipChange> WithChange(Invitee invitee, MembershipChange change)
    {
        var all = invitee with { Changes = [.. MembershipChange.InOrder(invitee.Changes.Append(change).Distinct())] };
        return all.Invitation is { } invitation ? Around(all, invitation) : [.. all.Changes.TakeLast(MaxChanges)];
    }

    // Before the invitation: in case an earlier one becomes known. Soon after it: what decides. Of later ones: where they are now.
    static List<MembershipChange> Around(Invitee invitee, MembershipChange invitation)
    {
        var ends = invitee.MattersUntil(invitation);
        var latest = MembershipChange.InOrder(invitee.Changes.Where(change => change.At >= ends).GroupBy(change => change.GroupId).Select(group => group.Last()));
        var within = invitee.Changes.Where(change => change.At >= invitation.At && change.At < ends).Take(MaxChanges).ToList();
        var before = invitee.Changes.Where(change => change.At < invitation.At).TakeLast(MaxChanges - within.Count);
        return [.. before, .. within, .. latest];
    }
}
