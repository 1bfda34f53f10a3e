using System.Diagnostics;
using Community.Platform;
using Community.Platform.Texts;

namespace Community.Groups;

/// <summary>
/// The states of a group: <c>Planned → Open ⇄ Full → Closed → Dissolving → Dissolved</c>. A group only moves forward,
/// except between Open and Full, and back to Planned when an edit takes its join link away. The report of a dissolution
/// is accepted in every state, because the platform knows it best.
/// </summary>
public static class GroupRules
{
    /// <summary>No events for a repeat and for a late command.</summary>
    public static IReadOnlyList<GroupEvent> Decide(GroupCommand command, Group group) => command switch
    {
        GroupCommand.Open open when group.State is GroupState.Planned => [new GroupEvent.Opened(open.JoinUrl, open.At)],
        GroupCommand.Close when group.State < GroupState.Closed => [new GroupEvent.Closed()],
        GroupCommand.Dissolve when group.State < GroupState.Dissolving => [new GroupEvent.DissolutionBegun()],
        GroupCommand.ConfirmDissolved confirm when group.IsAlive => [new GroupEvent.Dissolved(confirm.At)],
        GroupCommand.Open or GroupCommand.Close or GroupCommand.Dissolve or GroupCommand.ConfirmDissolved => [],
        GroupCommand.Hold or GroupCommand.Release => GroupHoldRules.Decide(command, group),
        GroupCommand.Edit edit => GroupEditRules.Decide(edit, group),
        GroupCommand.Bind bind when bind.ChannelGroupId == group.ChannelGroupId => [],
        GroupCommand.Bind when group.ChannelGroupId is { } chat =>
            [new GroupEvent.Refused(Refusal.Conflict(ConflictKind.InUse, $"the group is bound to the chat {chat}"))],
        GroupCommand.Bind when !group.IsAlive =>
            [new GroupEvent.Refused(Refusal.Conflict(ConflictKind.Ended, "the group is already dissolved"))],
        GroupCommand.Bind bind =>
        [
            new GroupEvent.Bound(bind.ChannelGroupId),
            new GroupEvent.ChangeRecorded(new GroupChange(
                bind.At, bind.By, Phrasebook.Chinese.Format("group.history.bind", ("chat", bind.ChannelGroupId)))),
        ],
        GroupCommand.End when !group.IsAlive =>
            [new GroupEvent.Refused(Refusal.Conflict(ConflictKind.Ended, "the group is already dissolved"))],
        GroupCommand.End when group.EndRequestedAt is not null => [],
        GroupCommand.End end => End(end, group),
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// The fault of a new group; null when there is none. A flash group is dissolved at the end of its charter, so an
    /// end in the past would dissolve a live group at once.
    /// </summary>
    public static Refusal? CreationFault(Group group) =>
        group.Kind is GroupKind.Flash && group.Charter.EndsAt <= group.CreatedAt
            ? Refusal.Invalid("charter.endsAt", "must be in the future.")
            : null;

    public static Group Evolve(Group group, GroupEvent happened) => happened switch
    {
        GroupEvent.Opened opened => WithJoinUrl(group, opened.JoinUrl, opened.At),
        GroupEvent.Closed => group with { State = GroupState.Closed },
        GroupEvent.DissolutionBegun => group with { State = GroupState.Dissolving },
        GroupEvent.Dissolved dissolved => group with { State = GroupState.Dissolved, DissolvedAt = dissolved.At },
        GroupEvent.Renamed renamed => group with { Name = renamed.Name, Naming = renamed.Naming },
        GroupEvent.CapacityChanged changed =>
            (group with { Capacity = changed.Capacity }).WithMemberCount(group.MemberCount),
        GroupEvent.JoinUrlChanged changed => WithJoinUrl(group, changed.JoinUrl, changed.At),
        GroupEvent.OwnerChanged changed => group with { Owner = changed.Owner },
        GroupEvent.TagsChanged changed => group with { Tags = changed.Tags },
        GroupEvent.CharterChanged changed => group with { Charter = changed.Charter },
        GroupEvent.TextsChanged changed => group with { Texts = changed.Texts },
        GroupEvent.Held held => group with { Holds = [.. group.Holds, held.Hold] },
        GroupEvent.Released released => group with
        {
            Holds =
            [
                .. group.Holds.Where(hold => hold.Cause != released.Cause || hold.CrisisId != released.CrisisId),
            ],
        },
        GroupEvent.Bound bound => group with { ChannelGroupId = bound.ChannelGroupId },
        GroupEvent.EndRequested requested => group with { EndRequestedAt = requested.At },
        GroupEvent.ChangeRecorded => group with { Changes = group.Changes + 1 },
        GroupEvent.Refused => group,
        _ => throw new UnreachableException(),
    };

    static IReadOnlyList<GroupEvent> End(GroupCommand.End end, Group group)
    {
        var what = Phrasebook.Chinese.Format("group.history.end", ("reason", end.Reason));
        IReadOnlyList<GroupEvent> closing = group.State < GroupState.Closed ? [new GroupEvent.Closed()] : [];
        return
        [
            new GroupEvent.EndRequested(end.At),
            .. closing,
            new GroupEvent.ChangeRecorded(new GroupChange(end.At, end.By, what)),
        ];
    }

    // A group without a join link is planned, however it lost the link.
    static Group WithJoinUrl(Group group, string? joinUrl, DateTimeOffset at)
    {
        if (joinUrl is not null) group = group with { OpenedAt = group.OpenedAt ?? at };
        if (group.State > GroupState.Full) return group with { JoinUrl = joinUrl };
        var state = joinUrl is null ? GroupState.Planned : GroupState.Open;
        return (group with { JoinUrl = joinUrl, State = state }).WithMemberCount(group.MemberCount);
    }
}
