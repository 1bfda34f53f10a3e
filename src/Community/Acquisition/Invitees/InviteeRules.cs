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
}

public abstract record InviteeEvent
{
    InviteeEvent()
    {
    }

    public sealed record ChangesRecorded(IReadOnlyList<MembershipChange> Changes) : InviteeEvent;

    public sealed record FirstSeenRecorded(DateTimeOffset At) : InviteeEvent;
}

/// <summary>The decider of an invitee. Its events can arrive in any order and any number of times.</summary>
public static class InviteeRules
{
    public const int MaxChanges = 100;

    /// <summary>The events of a new fact; none for a repeat and for a fact that can no longer decide a claim.</summary>
    public static IReadOnlyList<InviteeEvent> Decide(InviteeCommand command, Invitee invitee) => command switch
    {
        InviteeCommand.RecordChange record => RecordChange(record.Change, invitee),
        InviteeCommand.RecordFirstSeen seen when invitee.KnownSince <= seen.At => [],
        InviteeCommand.RecordFirstSeen seen => [new InviteeEvent.FirstSeenRecorded(seen.At)],
        _ => throw new UnreachableException(),
    };

    public static Invitee Evolve(Invitee invitee, InviteeEvent happened) => happened switch
    {
        InviteeEvent.ChangesRecorded recorded =>
            WithInviter(invitee with { Changes = recorded.Changes, Version = invitee.Version + 1 }),
        InviteeEvent.FirstSeenRecorded seen => invitee with { KnownSince = seen.At, Version = invitee.Version + 1 },
        _ => throw new UnreachableException(),
    };

    static IReadOnlyList<InviteeEvent> RecordChange(MembershipChange change, Invitee invitee)
    {
        var changes = RelevantChanges.SelectWith(invitee, change);
        return changes.SequenceEqual(invitee.Changes) ? [] : [new InviteeEvent.ChangesRecorded(changes)];
    }

    static Invitee WithInviter(Invitee invitee) =>
        invitee.Invitation?.Inviter is { } inviter && !invitee.Inviters.Contains(inviter)
            ? invitee with { Inviters = [.. invitee.Inviters, inviter] }
            : invitee;
}
