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

    /// <summary>
    /// The task to perform or confirm an action that the channel cannot perform alone, or what replaces the action.
    /// <paramref name="name"/> is that of the member whom it concerns; null when it is unknown.
    /// </summary>
    public static NewStaffTask CarryOut(
        Delivery delivery, Group group, Capability capability, DateTimeOffset now, string? name = null)
    {
        var kind = KindOf(delivery.Action, capability);
        return From(delivery, group, now, kind, Title(delivery, group, TextNameOf(delivery, kind, capability), name));
    }

    static StaffTaskKind KindOf(ChannelAction action, Capability capability) => (action, capability) switch
    {
        (ChannelAction.SendToGroup, Capability.StaffConfirmed) => StaffTaskKind.ConfirmMessage,
        (ChannelAction.SendToGroup or ChannelAction.SendToMember, _) => StaffTaskKind.SendMessage,
        (ChannelAction.CreateGroup, _) => StaffTaskKind.CreateGroup,
        (ChannelAction.OpenJoinCode, _) => StaffTaskKind.OpenJoinCode,
        (ChannelAction.RemoveMember, _) => StaffTaskKind.RemoveMember,
        (ChannelAction.DissolveGroup, _) => StaffTaskKind.DissolveGroup,
        (ChannelAction.SetWelcome, _) => StaffTaskKind.SetWelcome,
        _ => throw new UnreachableException(),
    };

    /// <summary>The task to check whether an uncertain effect happened, and to perform it otherwise.</summary>
    public static NewStaffTask Check(Delivery delivery, Group group, DateTimeOffset now) =>
        delivery.IsMessage
            ? From(delivery, group, now, StaffTaskKind.CheckMessage, Title(delivery, group, "task.CheckMessage", null))
            : CarryOut(delivery, group, Capability.Manual, now);

    /// <summary>The id of the task to check the uncertain message of a delivery.</summary>
    public static string CheckMessageId(string deliveryKey) =>
        NewStaffTask.IdOf(KeyOf(deliveryKey, StaffTaskKind.CheckMessage));

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

    /// <summary>The id of <see cref="BindChat"/>.</summary>
    public static string BindChatId(string chatId) => NewStaffTask.IdOf(BindChatKey(chatId));

    /// <summary>The task to say which group a chat of the platform is.</summary>
    public static NewStaffTask BindChat(string chatId, string name, DateTimeOffset now) => new(
        BindChatKey(chatId),
        StaffTaskKind.BindChat,
        Phrasebook.Chinese.Format("task.BindChat", ("name", name), ("chat", chatId)),
        GroupId: null,
        now,
        now + CharterDeadline);

    static string BindChatKey(string chatId) => $"chat-{chatId}:bind";

    static NewStaffTask From(
        Delivery delivery, Group group, DateTimeOffset now, StaffTaskKind kind, string title) => new(
        KeyOf(delivery.Key, kind),
        kind,
        title,
        group.Id,
        now,
        now + (delivery.IsMessage ? MessageDeadline : GroupDeadline),
        delivery.Key,
        delivery.OnlyMemberId)
        {
            Owner = group.Owner,
        };

    static string KeyOf(string deliveryKey, StaffTaskKind kind) => $"{deliveryKey}:{kind}";

    static string TextNameOf(Delivery delivery, StaffTaskKind kind, Capability capability) => (kind, capability) switch
    {
        (StaffTaskKind.SendMessage, Capability.Unavailable) => "task.SendMessage.mention",
        (StaffTaskKind.SendMessage, _) when delivery.Action is ChannelAction.SendToMember => "task.SendMessage.member",
        _ => $"task.{kind}",
    };

    static string Title(Delivery delivery, Group group, string textName, string? name) => Phrasebook.Chinese.Format(
        textName, ("group", group.Name), ("member", MemberOf(delivery, name)), ("text", Text(delivery)));

    // Two members may have the same name.
    static string MemberOf(Delivery delivery, string? name) =>
        name is null ? delivery.MemberId ?? "" : $"{name}（{delivery.MemberId}）";

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
