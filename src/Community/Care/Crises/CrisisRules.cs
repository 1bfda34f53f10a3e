using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Community.Platform;
using Community.Platform.Texts;

namespace Community.Care.Crises;

/// <summary>
/// Decides on crises. A resolved crisis takes no commands, except for a repeat of its end and to forget.
/// </summary>
public static class CrisisRules
{
    public static IReadOnlyList<CrisisEvent> Decide(CrisisCommand command, Crisis crisis) => command switch
    {
        CrisisCommand.Resolve resolve when crisis.Report == resolve.Report => [],
        CrisisCommand.ForgetEvidence when crisis is { Roles.Count: 0, LatestEntry: null } => [],
        CrisisCommand.ForgetEvidence when crisis.State is CrisisState.Open =>
            Refuse(ConflictKind.State, "the crisis is open"),
        CrisisCommand.ForgetEvidence => [new CrisisEvent.EvidenceForgotten()],
        _ when crisis.State is CrisisState.Resolved => Refuse(ConflictKind.Ended, "the crisis is resolved"),
        CrisisCommand.AddEntry add when IsLatest(add.Entry, crisis) => [],
        _ when crisis.Entries >= Crisis.MaxEntries && command is not CrisisCommand.Resolve =>
            Refuse(ConflictKind.LimitReached, $"the timeline has {Crisis.MaxEntries} entries already"),
        CrisisCommand.AddEntry add => [new CrisisEvent.EntryAdded(add.Entry)],
        CrisisCommand.PublishStatement publish => Publish(publish, crisis),
        CrisisCommand.NamePerson name => Name(name.Person, crisis),
        CrisisCommand.ReleaseGroups release => Release(release, crisis),
        CrisisCommand.Resolve resolve =>
        [
            new CrisisEvent.GroupsReleased([.. crisis.Frozen()], resolve.At, resolve.By),
            new CrisisEvent.Resolved(resolve.Report, resolve.At),
            Record("resolve", resolve.At, resolve.By),
        ],
        _ => throw new UnreachableException(),
    };

    public static Crisis Evolve(Crisis crisis, CrisisEvent happened) => happened switch
    {
        CrisisEvent.EntryAdded added => crisis with { Entries = crisis.Entries + 1, LatestEntry = added.Entry },
        CrisisEvent.Recorded => crisis with { Entries = crisis.Entries + 1 },
        CrisisEvent.StatementPublished published => crisis with
        {
            StatementKeys = [.. crisis.StatementKeys, published.Statement.Key],
        },
        CrisisEvent.PersonNamed { Person: var person } => crisis with
        {
            Roles = crisis.Roles.ToImmutableDictionary().SetItem(person.MemberId, person.Role),
        },
        CrisisEvent.GroupsReleased released => crisis with
        {
            Groups = [.. crisis.Groups.Select(group => Released(group, released))],
        },
        CrisisEvent.Resolved resolved => crisis with
        {
            State = CrisisState.Resolved,
            ResolvedAt = resolved.At,
            Report = resolved.Report,
        },
        CrisisEvent.EvidenceForgotten => crisis with
        {
            Roles = ImmutableDictionary<string, CrisisRole>.Empty,
            LatestEntry = null,
        },
        CrisisEvent.Refused => crisis,
        _ => throw new UnreachableException(),
    };

    static IReadOnlyList<CrisisEvent> Publish(CrisisCommand.PublishStatement publish, Crisis crisis)
    {
        if (crisis.StatementKeys.Contains(publish.Key)) return [];
        if (crisis.StatementKeys.Count >= Crisis.MaxStatements)
        {
            return Refuse(
                ConflictKind.LimitReached, $"the crisis has {Crisis.MaxStatements} statements already");
        }

        return
        [
            new CrisisEvent.StatementPublished(
                new CrisisStatement(publish.Key, publish.Text, [.. crisis.Frozen()], publish.By, publish.At)),
            Record("statement", publish.At, publish.By, ("text", publish.Text)),
        ];
    }

    static IReadOnlyList<CrisisEvent> Name(CrisisPerson person, Crisis crisis)
    {
        if (crisis.Groups.All(group => group.Id != person.GroupId))
            return Refuse("groupId", $"the group {person.GroupId} is not part of the crisis.");
        if (crisis.Roles.TryGetValue(person.MemberId, out var role) && role == person.Role) return [];
        if (crisis.Roles.Count >= Crisis.MaxPeople && !crisis.Roles.ContainsKey(person.MemberId))
            return Refuse(ConflictKind.LimitReached, $"{Crisis.MaxPeople} people are named already");
        return [new CrisisEvent.PersonNamed(person), Record($"person.{person.Role}", person.At, person.By)];
    }

    static IReadOnlyList<CrisisEvent> Release(CrisisCommand.ReleaseGroups release, Crisis crisis)
    {
        var unknown = release.GroupIds.FirstOrDefault(id => crisis.Groups.All(group => group.Id != id));
        if (unknown is not null)
            return Refuse(ConflictKind.State, $"the group {unknown} is not frozen by this crisis");
        List<string> released = [.. release.GroupIds.Distinct().Where(crisis.IsFrozen)];
        if (released.Count == 0) return [];
        var count = released.Count.ToString(CultureInfo.InvariantCulture);
        return
        [
            new CrisisEvent.GroupsReleased(released, release.At, release.By),
            Record("release", release.At, release.By, ("count", count)),
        ];
    }

    static CrisisGroup Released(CrisisGroup group, CrisisEvent.GroupsReleased released) =>
        released.GroupIds.Contains(group.Id)
            ? group with { ReleasedAt = released.At, ReleasedBy = released.By }
            : group;

    static bool IsLatest(CrisisEntry entry, Crisis crisis) =>
        crisis.LatestEntry is { } latest && latest.Text == entry.Text && latest.By == entry.By;

    static CrisisEvent.Recorded Record(
        string what, DateTimeOffset at, string by, params ReadOnlySpan<(string, string)> values) =>
        new(new CrisisEntry(at, by, Phrasebook.Chinese.Format($"crisis.entry.{what}", values)));

    static IReadOnlyList<CrisisEvent> Refuse(ConflictKind kind, string reason) =>
        [new CrisisEvent.Refused(Refusal.Conflict(kind, reason))];

    static IReadOnlyList<CrisisEvent> Refuse(string field, string reason) =>
        [new CrisisEvent.Refused(Refusal.Invalid(field, reason))];
}
