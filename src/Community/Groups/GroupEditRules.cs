using System.Globalization;
using Community.Platform;
using Community.Platform.Texts;

namespace Community.Groups;

/// <summary>Decides on edits of groups. An edit that changes nothing has no events and no history.</summary>
static class GroupEditRules
{
    public static IReadOnlyList<GroupEvent> Decide(GroupCommand.Edit command, Group group)
    {
        var edit = command.Fields;
        List<(GroupEvent Event, string What)> changes =
        [
            .. Name(edit, group), .. Capacity(edit, group), .. JoinUrl(edit, group, command.At), .. Owner(edit, group),
            .. Tags(edit, group), .. Charter(edit, group), .. Texts(edit, group),
        ];
        if (changes.Count == 0) return [];
        if (!group.IsAlive)
            return [Conflict(ConflictKind.Ended, "the group is dissolved and can no longer be changed")];
        if (edit.Capacity.Value < group.MemberCount)
            return
            [
                Conflict(
                    ConflictKind.State,
                    $"capacity must not be below the {group.MemberCount} members who are present"),
            ];
        if (EndFault(group, edit.Charter.Value, command.At) is { } fault) return [new GroupEvent.Refused(fault)];
        var what = Join(changes.Select(change => change.What));
        return
        [
            .. changes.Select(change => change.Event),
            new GroupEvent.ChangeRecorded(new GroupChange(command.At, command.By, what)),
        ];
    }

    static IEnumerable<(GroupEvent Event, string What)> Name(GroupEdit edit, Group group)
    {
        var name = edit.NameOf(group);
        // A name that is chosen freely has no parts any more.
        var naming = edit.Naming.Or(name == group.Name ? group.Naming : null);
        if (name != group.Name || naming != group.Naming)
            yield return (new GroupEvent.Renamed(name, naming), What("name", group.Name, name));
    }

    static IEnumerable<(GroupEvent Event, string What)> Capacity(GroupEdit edit, Group group)
    {
        if (edit.Capacity.Value is { } capacity && capacity != group.Capacity)
        {
            var what = What("capacity", Number(group.Capacity), Number(capacity));
            yield return (new GroupEvent.CapacityChanged(capacity), what);
        }
    }

    static IEnumerable<(GroupEvent Event, string What)> JoinUrl(GroupEdit edit, Group group, DateTimeOffset at)
    {
        var joinUrl = edit.JoinUrl.Or(group.JoinUrl);
        if (joinUrl != group.JoinUrl)
            yield return (new GroupEvent.JoinUrlChanged(joinUrl, at), What("joinUrl", group.JoinUrl, joinUrl));
    }

    static IEnumerable<(GroupEvent Event, string What)> Owner(GroupEdit edit, Group group)
    {
        var owner = edit.Owner.Or(group.Owner);
        if (owner != group.Owner)
            yield return (new GroupEvent.OwnerChanged(owner), What("owner", group.Owner, owner));
    }

    static IEnumerable<(GroupEvent Event, string What)> Tags(GroupEdit edit, Group group)
    {
        var tags = edit.Tags.Or(group.Tags) ?? [];
        if (!tags.SequenceEqual(group.Tags, StringComparer.Ordinal))
            yield return (new GroupEvent.TagsChanged(tags), What("tags", List(group.Tags), List(tags)));
    }

    static IEnumerable<(GroupEvent Event, string What)> Charter(GroupEdit edit, Group group)
    {
        var charter = edit.CharterOf(group);
        var changes = CharterFields.Differences(group.Charter, charter)
            .Select(change => What($"charter.{change.Field}", change.Before, change.After))
            .ToList();
        if (changes.Count > 0) yield return (new GroupEvent.CharterChanged(charter), Join(changes));
    }

    static IEnumerable<(GroupEvent Event, string What)> Texts(GroupEdit edit, Group group)
    {
        var texts = edit.TextsOf(group);
        if (texts != group.Texts)
            yield return (new GroupEvent.TextsChanged(texts), Phrasebook.Chinese.Template("group.history.texts"));
    }

    // The dissolution of a flash group, and the sale in it, are planned for the end that it was created with.
    static Refusal? EndFault(Group group, CharterEdit? edit, DateTimeOffset at)
    {
        if (edit is null || edit.EndsAt.Or(group.Charter.EndsAt) == group.Charter.EndsAt) return null;
        if (group.Kind is GroupKind.Flash)
            return Refusal.Invalid("charter.endsAt", "is set when a flash group is created.");
        return edit.EndsAt.Value <= at ? Refusal.Invalid("charter.endsAt", "must be in the future.") : null;
    }

    static string Join(IEnumerable<string> changes) =>
        string.Join(Phrasebook.Chinese.Template("group.history.separator"), changes);

    static string What(string field, string? before, string? after)
    {
        var nothing = Phrasebook.Chinese.Template("group.history.nothing");
        return Phrasebook.Chinese.Format(
            $"group.history.{field}", ("before", before ?? nothing), ("after", after ?? nothing));
    }

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string? List(IReadOnlyList<string> tags) => tags.Count == 0 ? null : string.Join('、', tags);

    static GroupEvent.Refused Conflict(ConflictKind kind, string reason) => new(Refusal.Conflict(kind, reason));
}
