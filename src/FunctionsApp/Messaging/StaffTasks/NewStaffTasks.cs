using System.Diagnostics;
using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using Community.Platform.Texts;

namespace FunctionsApp.Messaging.StaffTasks;

/// <summary>The staff tasks about deliveries and groups, with their titles and deadlines.</summary>
public static class NewStaffTasks
{
    /// <summary>The time that staff have for a task about a group: one hour.</summary>
    public static readonly TimeSpan GroupDeadline = TimeSpan.FromHours(1);

    static readonly TimeSpan MessageDeadline = TimeSpan.FromHours(2);
    static readonly TimeSpan CharterDeadline = TimeSpan.FromHours(8);

    /// <summary>The task to perform or confirm an action that the channel cannot perform alone.</summary>
    public static NewStaffTask CarryOut(Delivery delivery, Group group, Capability capability, DateTimeOffset now) =>
        From(delivery, group, now, KindOf(delivery.Action, capability));

    static StaffTaskKind KindOf(ChannelAction action, Capability capability) => (action, capability) switch
    {
        (ChannelAction.SendToGroup, Capability.StaffConfirmed) => StaffTaskKind.ConfirmMessage,
        (ChannelAction.SendToGroup or ChannelAction.SendToMember, _) => StaffTaskKind.SendMessage,
        (ChannelAction.CreateGroup, _) => StaffTaskKind.CreateGroup,
        (ChannelAction.OpenJoinCode, _) => StaffTaskKind.OpenJoinCode,
        (ChannelAction.RemoveMember, _) => StaffTaskKind.RemoveMember,
        (ChannelAction.DissolveGroup, _) => StaffTaskKind.DissolveGroup,
        _ => throw new UnreachableException(),
    };

    /// <summary>The task to check whether an uncertain effect happened, and to perform it otherwise.</summary>
    public static NewStaffTask Check(Delivery delivery, Group group, DateTimeOffset now) =>
        delivery.IsMessage
            ? From(delivery, group, now, StaffTaskKind.CheckMessage)
            : CarryOut(delivery, group, Capability.Manual, now);

    /// <summary>A task about a group, for its owner, within <see cref="GroupDeadline"/>.</summary>
    public static NewStaffTask ForGroup(
        string key, StaffTaskKind kind, string title, Group group, DateTimeOffset now) => new(
        key, kind, title, group.Id, now, now + GroupDeadline)
        {
            Owner = group.Owner,
        };

    /// <summary>The task to give a charter to a group that the channel reported.</summary>
    public static NewStaffTask CharterGroup(string groupId, DateTimeOffset now) => new(
        $"group-{groupId}:charter:{groupId}",
        StaffTaskKind.CharterGroup,
        Phrasebook.Chinese.Format("task.CharterGroup", ("group", groupId)),
        groupId,
        now,
        now + CharterDeadline);

    static NewStaffTask From(Delivery delivery, Group group, DateTimeOffset now, StaffTaskKind kind) => new(
        $"{delivery.Key}:{kind}",
        kind,
        Title(delivery, group, kind),
        group.Id,
        now,
        now + (delivery.IsMessage ? MessageDeadline : GroupDeadline),
        delivery.Key,
        delivery.OnlyMemberId)
    {
        Owner = group.Owner,
    };

    static string Title(Delivery delivery, Group group, StaffTaskKind kind) => delivery switch
    {
        { Action: ChannelAction.SendToMember, MemberId: { } member } when kind is StaffTaskKind.SendMessage =>
            Phrasebook.Chinese.Format(
                "task.SendMessage.member", ("member", member), ("group", group.Name), ("text", Text(delivery))),
        _ => Phrasebook.Chinese.Format(
            $"task.{kind}", ("group", group.Name), ("member", delivery.MemberId ?? ""), ("text", Text(delivery))),
    };

    // A person copies the text and adds what it carries.
    static string Text(Delivery delivery)
    {
        if (delivery.Attachments is not { Count: > 0 } attachments) return delivery.Text;
        var lines = attachments.Select(attachment => Phrasebook.Chinese.Format(
            $"attachment.{attachment.Type}", ("title", attachment.Title), ("url", attachment.Url)));
        return Phrasebook.Chinese.Format(
            "task.attachments", ("text", delivery.Text), ("attachments", string.Join('\n', lines)));
    }
}
