using System.Diagnostics;
using Community.Platform;

namespace Community.Operators;

/// <summary>
/// Who may work with the app. Names are unique, because changes are recorded under them; once there is an administrator
/// there is always one.
/// </summary>
public static class OperatorRules
{
    /// <summary>The roster is one document, which has a largest size.</summary>
    public const int MaxOperators = 200;

    /// <summary>One more session ends the oldest one.</summary>
    public const int MaxSessions = 5;

    /// <summary>No events for a repeat, and for an operator, token or session that does not exist.</summary>
    public static IReadOnlyList<OperatorEvent> Decide(OperatorCommand command, OperatorRoster roster) => command switch
    {
        OperatorCommand.Create create => Create(create.Value, roster),
        OperatorCommand.Edit edit => Edit(edit, roster),
        OperatorCommand.ReplaceToken replace => ReplaceToken(replace, roster),
        OperatorCommand.Remove remove => Remove(remove.Id, roster),
        OperatorCommand.StartSession start => StartSession(start, roster),
        OperatorCommand.EndSession end =>
            [.. roster.Sessions.Where(session => session.Hash == end.SessionHash).Select(Ended)],
        _ => throw new UnreachableException(),
    };

    public static OperatorRoster Evolve(OperatorRoster roster, OperatorEvent happened) => happened switch
    {
        OperatorEvent.Created created => roster with { Operators = [.. roster.Operators, created.Value] },
        OperatorEvent.Renamed renamed => roster.Replace(renamed.Id, before => before with { Name = renamed.Name }),
        OperatorEvent.RoleChanged changed => roster.Replace(changed.Id, before => before with { Role = changed.Role }),
        OperatorEvent.TokenReplaced replaced => roster.Replace(
            replaced.Id, before => before with { TokenHash = replaced.TokenHash, TokenCreatedAt = replaced.At }),
        OperatorEvent.Removed removed => roster with
        {
            Operators = [.. roster.Operators.Where(other => other.Id != removed.Id)],
        },
        OperatorEvent.SessionStarted started => roster with { Sessions = [.. roster.Sessions, started.Session] },
        OperatorEvent.SessionEnded ended => roster with
        {
            Sessions = [.. roster.Sessions.Where(session => session != ended.Session)],
        },
        OperatorEvent.Refused => roster,
        _ => throw new UnreachableException(),
    };

    static IReadOnlyList<OperatorEvent> Create(Operator created, OperatorRoster roster)
    {
        if (roster.Find(created.Id) is not null) return [];
        if (IsTaken(created.Name, created.Id, roster)) return Refuse(NameTaken);
        return roster.Operators.Count < MaxOperators
            ? [new OperatorEvent.Created(created)]
            : Refuse(Refusal.Conflict(ConflictKind.LimitReached, $"there are {MaxOperators} operators already"));
    }

    static IReadOnlyList<OperatorEvent> Edit(OperatorCommand.Edit edit, OperatorRoster roster)
    {
        if (roster.Find(edit.Id) is not { } before) return [];
        var after = before with { Name = edit.Name.Or(before.Name)!, Role = edit.Role.Or(before.Role) };
        if (IsTaken(after.Name, after.Id, roster)) return Refuse(NameTaken);
        if (after.Role < OperatorRole.Administrator && roster.IsLastAdministrator(after.Id))
            return Refuse(LastAdministrator);
        List<OperatorEvent> events = [];
        if (after.Name != before.Name) events.Add(new OperatorEvent.Renamed(after.Id, after.Name));
        if (after.Role != before.Role) events.Add(new OperatorEvent.RoleChanged(after.Id, after.Role));
        return events;
    }

    static IReadOnlyList<OperatorEvent> ReplaceToken(OperatorCommand.ReplaceToken replace, OperatorRoster roster) =>
        roster.Find(replace.Id) is { } before && before.TokenHash != replace.TokenHash
            ?
            [
                new OperatorEvent.TokenReplaced(replace.Id, replace.TokenHash, replace.At),
                .. AllEnded(replace.Id, roster),
            ]
            : [];

    static IReadOnlyList<OperatorEvent> Remove(string id, OperatorRoster roster)
    {
        if (roster.Find(id) is null) return [];
        return roster.IsLastAdministrator(id)
            ? Refuse(LastAdministrator)
            : [new OperatorEvent.Removed(id), .. AllEnded(id, roster)];
    }

    static IReadOnlyList<OperatorEvent> StartSession(OperatorCommand.StartSession start, OperatorRoster roster)
    {
        if (roster.FindByToken(start.TokenHash) is not { Id: var id }) return [];
        var session = new OperatorSession(id, start.SessionHash);
        if (roster.Sessions.Contains(session)) return [];
        return
        [
            .. roster.SessionsOf(id).SkipLast(MaxSessions - 1).Select(Ended),
            new OperatorEvent.SessionStarted(session, start.At),
        ];
    }

    static IEnumerable<OperatorEvent> AllEnded(string id, OperatorRoster roster) => roster.SessionsOf(id).Select(Ended);

    static OperatorEvent Ended(OperatorSession session) => new OperatorEvent.SessionEnded(session);

    // People do not tell names apart by case or by blanks around them.
    static bool IsTaken(string name, string id, OperatorRoster roster) => roster.Operators.Any(other =>
        other.Id != id && string.Equals(other.Name.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase));

    static Refusal NameTaken => Refusal.Conflict(ConflictKind.AlreadyExists, "another operator has this name");

    static Refusal LastAdministrator =>
        Refusal.Conflict(ConflictKind.LastAdministrator, "the last administrator stays one");

    static IReadOnlyList<OperatorEvent> Refuse(Refusal refusal) => [new OperatorEvent.Refused(refusal)];
}
