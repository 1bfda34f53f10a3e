using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using Community.Platform.Texts;
using Community.Pushes.DaySheets;
using Community.Pushes.Occurrences;

namespace Community.Sidebar;

/// <summary>What the sidebar shows to whom, and what it offers.</summary>
public static class SidebarRules
{
    /// <summary>True for the owner of the group, as the group is now.</summary>
    public static bool IsTheirs(Group? group, string staffId) => group?.Owner == staffId;

    /// <summary>
    /// True for the owner of the task and for that of its <paramref name="group"/>, which is null for one without.
    /// </summary>
    public static bool IsTheirs(StaffTask task, Group? group, string staffId) =>
        task.Owner == staffId || IsTheirs(group, staffId);

    /// <summary>
    /// What is to be done about a task. Only a message to the whole group that has no group send is posted by the
    /// sidebar: a group send that the platform holds ready counts against the limit of the group already.
    /// </summary>
    public static SidebarStep StepOf(StaffTask task, Delivery? delivery, Group? group) => task.Kind switch
    {
        StaffTaskKind.SendMessage => StepOf(delivery, group),
        StaffTaskKind.ConfirmMessage => SidebarStep.ConfirmGroupSend,
        StaffTaskKind.CheckMessage
            or StaffTaskKind.RemoveMember
            or StaffTaskKind.WarnMember
            or StaffTaskKind.AskForRedPacket
            or StaffTaskKind.DissolveGroup
            or StaffTaskKind.SetWelcome => SidebarStep.Do,
        _ => SidebarStep.OpenConsole,
    };

    /// <summary>What is to be done about a message that a person sends; null for one that the ledger lost.</summary>
    public static SidebarStep StepOf(Delivery? delivery, Group? group) => delivery switch
    {
        { Action: ChannelAction.SendToGroup, State: DeliveryState.AwaitingStaff, IsByHand: false } =>
            SidebarStep.ConfirmGroupSend,
        { IsMessage: true } when group?.TakesMessagesOf(delivery.CrisisId) is not true => SidebarStep.Wait,
        { Action: ChannelAction.SendToGroup, State: DeliveryState.AwaitingStaff } => SidebarStep.Send,
        { IsMessage: true } => SidebarStep.Copy,
        _ => SidebarStep.Do,
    };

    /// <summary>
    /// What is to be done about a push of the day sheet; null for one that needs nobody. <paramref name="state"/> and
    /// <paramref name="via"/> are those of the sheet.
    /// </summary>
    public static SidebarStep? StepOfPush(string state, SendingWay? via, Group group) => (state, via) switch
    {
        ("WillSend", _) => SidebarStep.Wait,
        (nameof(PushState.AwaitingStaff), SendingWay.GroupSend) => SidebarStep.ConfirmGroupSend,
        (nameof(PushState.AwaitingStaff), _) => group.TakesMessages ? SidebarStep.Send : SidebarStep.Wait,
        _ => null,
    };

    /// <summary>The text as a chat shows it: a text message carries links as lines.</summary>
    public static string TextOf(string text, IReadOnlyList<Attachment>? attachments) => string.Join('\n',
    [
        text,
        .. (attachments ?? []).Where(IsLink).Select(link =>
            Phrasebook.Chinese.Format("attachment.Link", ("title", link.Title), ("url", link.Url))),
    ]);

    /// <summary>What a text message cannot carry, so that the person adds it.</summary>
    public static IReadOnlyList<Attachment> ByHandOf(IReadOnlyList<Attachment>? attachments) =>
        [.. (attachments ?? []).Where(attachment => !IsLink(attachment))];

    static bool IsLink(Attachment attachment) => attachment.Type is AttachmentType.Link;
}
