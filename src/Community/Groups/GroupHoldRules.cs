using System.Diagnostics;
using Community.Platform;
using Community.Platform.Texts;

namespace Community.Groups;

/// <summary>Decides on holds of groups. The history tells each of them.</summary>
static class GroupHoldRules
{
    public static IReadOnlyList<GroupEvent> Decide(GroupCommand command, Group group) => command switch
    {
        GroupCommand.Hold when !group.IsAlive =>
            [
                new GroupEvent.Refused(
                    Refusal.Conflict(ConflictKind.Ended, "the group is dissolved and can no longer be held")),
            ],
        GroupCommand.Hold hold when IsHeldBy(group, hold.Value.Cause, hold.Value.CrisisId) => [],
        GroupCommand.Hold { Value: var hold } =>
        [
            new GroupEvent.Held(hold),
            Record(hold.At, hold.By, Phrasebook.Chinese.Format(KeyOf("hold", hold.Cause), ("reason", hold.Reason))),
        ],
        GroupCommand.Release release when IsHeldBy(group, release.Cause, release.CrisisId) =>
        [
            new GroupEvent.Released(release.Cause, release.CrisisId),
            Record(release.At, release.By, Phrasebook.Chinese.Template(KeyOf("release", release.Cause))),
        ],
        GroupCommand.Release => [],
        _ => throw new UnreachableException(),
    };

    static bool IsHeldBy(Group group, HoldCause cause, string? crisisId) =>
        group.Holds.Any(hold => hold.Cause == cause && hold.CrisisId == crisisId);

    static string KeyOf(string what, HoldCause cause) =>
        cause is HoldCause.Crisis ? $"group.history.{what}.crisis" : $"group.history.{what}.operator";

    static GroupEvent.ChangeRecorded Record(DateTimeOffset at, string by, string what) =>
        new(new GroupChange(at, by, what));
}
