using Community.Messaging.Channels;
using FunctionsApp.Insights.Rehearsals;
using Rehearsal.People;
using Rehearsal.Plans;

namespace Rehearsal.Runs;

/// <summary>The time line of a run.</summary>
sealed class RunTimeline(RehearsalWorld world, IReadOnlyList<RunGroup> groups, IReadOnlyList<RunStock> stock)
{
    /// <summary>Everything that reached a group or a member, in order of time.</summary>
    public IReadOnlyList<RunMessage> Messages { get; } = MessagesOf(world);

    /// <summary>
    /// The entries in order of time. Messages to single members and to newcomers are gathered by the hour.
    /// </summary>
    public IReadOnlyList<RehearsalEntry> Entries()
    {
        List<RehearsalEntry> entries =
        [
            .. Messages.Where(message => !IsPersonal(message)).Select(message => new RehearsalEntry(
                message.At,
                RehearsalEntryKind.Message,
                message.GroupId,
                message.Origin,
                message.PlanId,
                message.Text,
                message.By,
                Count: 1)),
            .. PersonalMessages(),
            .. Tasks(),
            .. Changes(),
            .. groups.Where(group => group.FullAt is not null).Select(group => Entry(
                group.FullAt!.Value, RehearsalEntryKind.GroupFull, group.Id, $"{NameOf(group.Id)} 满员")),
            .. SoldOut(),
            .. world.Channel.Outages.Select(outage => Entry(
                outage.From,
                RehearsalEntryKind.Outage,
                groupId: null,
                FormattableString.Invariant($"平台没有应答，{(outage.To - outage.From).TotalMinutes:0} 分钟"))),
        ];
        return
        [
            .. from entry in entries orderby entry.At, entry.Kind, entry.GroupId select entry,
        ];
    }

    static bool IsPersonal(RunMessage message) =>
        message.MemberId is not null || message.Origin == nameof(OriginKind.Onboarding);

    IEnumerable<RehearsalEntry> PersonalMessages() =>
        from message in Messages
        where IsPersonal(message)
        group message by (Hour: world.HourOf(message.At), message.GroupId, message.Origin, message.By) into same
        select new RehearsalEntry(
            same.Key.Hour,
            RehearsalEntryKind.PrivateMessages,
            same.Key.GroupId,
            same.Key.Origin,
            PlanId: null,
            same.First().Text,
            same.Key.By,
            same.Count());

    IEnumerable<RehearsalEntry> Tasks() =>
        from task in world.Record.Tasks.Values
        select new RehearsalEntry(
            world.LocalOf(task.AskedAt),
            RehearsalEntryKind.Task,
            task.GroupId,
            task.Kind,
            PlanId: null,
            task.Title,
            task.Owner,
            Count: 1);

    IEnumerable<RehearsalEntry> Changes() => world.Record.Actions.SelectMany(action => action.Action switch
    {
        ChannelAction.CreateGroup or ChannelAction.OpenJoinCode =>
            (RehearsalEntry[])[Change(action, RehearsalEntryKind.RollOver, "开始进人")],
        ChannelAction.DissolveGroup => [Change(action, RehearsalEntryKind.Dissolved, "解散")],
        _ => [],
    });

    RehearsalEntry Change(RunAction action, RehearsalEntryKind kind, string what) => Entry(
        action.At, kind, action.GroupId, $"{NameOf(action.GroupId)} {what}", world.OwnerBehind(action));

    IEnumerable<RehearsalEntry> SoldOut() =>
        from item in stock
        where world.Record.SoldOutAt(item.PlanId) is not null
        select Entry(
            world.Record.SoldOutAt(item.PlanId)!.Value,
            RehearsalEntryKind.SoldOut,
            groupId: null,
            $"{item.Title} 卖完") with
        {
            PlanId = item.PlanId,
        };

    RehearsalEntry Entry(
        DateTimeOffset at, RehearsalEntryKind kind, string? groupId, string text, string? by = null) =>
        new(world.LocalOf(at), kind, groupId, Origin: null, PlanId: null, text, by, Count: 1);

    string NameOf(string groupId) => world.Plans.FindGroup(groupId)?.Name ?? groupId;

    static List<RunMessage> MessagesOf(RehearsalWorld world) =>
    [
        .. from action in world.Record.Actions
           where action.Action is ChannelAction.SendToGroup or ChannelAction.SendToMember
           let origin = MessageOrigin.Of(action.Key, action.GroupId, world.Plans)
           select new RunMessage(
               world.LocalOf(action.At),
               action.GroupId,
               action.MemberId,
               $"{origin.Kind}",
               origin.PlanId,
               action.Text,
               world.OwnerBehind(action)),
    ];
}
