using System.Diagnostics;

namespace Community.Acquisition.Invitees;

/// <summary>What becomes known of a person.</summary>
public abstract record InviteeCommand
{
    InviteeCommand()
    {
    }

    /// <summary>They came in or went out.</summary>
    public sealed record Hear(Move Move) : InviteeCommand;

    /// <summary>They joined one of the brand's groups at this instant, in this campaign or outside it.</summary>
    public sealed record Meet(DateTimeOffset At) : InviteeCommand;
}

/// <summary>What changed.</summary>
public abstract record InviteeEvent
{
    InviteeEvent()
    {
    }

    /// <summary>A move that was not known.</summary>
    public sealed record Moved(Move Move) : InviteeEvent;

    /// <summary>They were met earlier than was known.</summary>
    public sealed record Met(DateTimeOffset At) : InviteeEvent;
}

/// <summary>
/// Who invited whom, from joins and leaves that arrive in any order and any number of times. What is kept is a set, so that what follows from
/// it does not depend on the order; it is bounded, because moves after a while matter only as the latest one of their group.
/// </summary>
public static class InviteeRules
{
    /// <summary>Moves kept of one person in one campaign; more within so short a time are nobody's honest coming and going.</summary>
    public const int MostMoves = 100;

    /// <summary>The events that the command causes; none for what is known, or can no longer matter.</summary>
    public static IReadOnlyList<InviteeEvent> Decide(InviteeCommand command, Invitee invitee) => command switch
    {
        InviteeCommand.Hear hear when !With(invitee, hear.Move).Contains(hear.Move) || invitee.Moves.Contains(hear.Move) => [],
        InviteeCommand.Hear hear => [new InviteeEvent.Moved(hear.Move)],
        InviteeCommand.Meet meet when invitee.KnownSince <= meet.At => [],
        InviteeCommand.Meet meet => [new InviteeEvent.Met(meet.At)],
        _ => throw new UnreachableException(),
    };

    /// <summary>The person after the event.</summary>
    public static Invitee Evolve(Invitee invitee, InviteeEvent happened) => happened switch
    {
        InviteeEvent.Moved moved => WithInviter(invitee with { Moves = With(invitee, moved.Move), Version = invitee.Version + 1 }),
        InviteeEvent.Met met => invitee with { KnownSince = met.At, Version = invitee.Version + 1 },
        _ => throw new UnreachableException(),
    };

    static Invitee WithInviter(Invitee invitee) =>
        invitee.Invitation?.Inviter is { } inviter && !invitee.Inviters.Contains(inviter) ? invitee with { Inviters = [.. invitee.Inviters, inviter] } : invitee;

    static List<Move> With(Invitee invitee, Move move)
    {
        var all = invitee with { Moves = [.. Move.InOrder(invitee.Moves.Append(move).Distinct())] };
        return all.Invitation is { } invitation ? Around(all, invitation) : [.. all.Moves.TakeLast(MostMoves)];
    }

    // Before the invitation: in case an earlier one becomes known. Soon after it: what decides. Of later ones: where they are now.
    static List<Move> Around(Invitee invitee, Move invitation)
    {
        var ends = invitee.MattersUntil(invitation);
        var latest = Move.InOrder(invitee.Moves.Where(move => move.At >= ends).GroupBy(move => move.GroupId).Select(group => group.Last()));
        var within = invitee.Moves.Where(move => move.At >= invitation.At && move.At < ends).Take(MostMoves).ToList();
        var before = invitee.Moves.Where(move => move.At < invitation.At).TakeLast(MostMoves - within.Count);
        return [.. before, .. within, .. latest];
    }
}
