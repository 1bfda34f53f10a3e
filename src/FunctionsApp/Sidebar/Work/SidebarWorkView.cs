using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using Community.Sidebar;
using FunctionsApp.Pushes.DaySheets;

namespace FunctionsApp.Sidebar.Work;

/// <summary>
/// A task of a person. <c>text</c> is the message or welcome, null for a task without one; <c>attachments</c> are what
/// a text message cannot carry, so that the person adds them by hand.
/// </summary>
public sealed record SidebarTaskView(
    string Id,
    StaffTaskKind Kind,
    string Title,
    DateTimeOffset DueAt,
    SidebarStep Step,
    string? Text,
    IReadOnlyList<Attachment> Attachments)
{
    public static SidebarTaskView From(StaffTask task, Delivery? delivery, Group? group) => new(
        task.Id,
        task.Kind,
        task.Title,
        task.DueAt,
        SidebarRules.StepOf(task, delivery, group),
        delivery is { IsMessage: true } or { Action: ChannelAction.SetWelcome }
            ? SidebarRules.TextOf(delivery.Text, delivery.Attachments)
            : null,
        SidebarRules.ByHandOf(delivery?.Attachments));
}

/// <summary>
/// A push of today that the group's owner sends; it can be confirmed before <c>endsAt</c>. <c>text</c> of a push to
/// come is what would be sent now.
/// </summary>
public sealed record SidebarPushView(
    string Id,
    DateTimeOffset At,
    DateTimeOffset EndsAt,
    SidebarStep Step,
    string Text,
    IReadOnlyList<Attachment> Attachments)
{
    /// <summary>Null for a push that needs nobody.</summary>
    public static SidebarPushView? Find(DaySheetItem item, Group group) =>
        SidebarRules.StepOfPush(item.State, item.Via, group) is { } step
            ? new(
                item.PushId,
                item.At,
                item.EndsAt,
                step,
                SidebarRules.TextOf(item.Text ?? "", item.Attachments),
                SidebarRules.ByHandOf(item.Attachments))
            : null;
}

/// <summary>A group of a person, with its open tasks and the pushes of today that need the person.</summary>
public sealed record SidebarGroupView(
    string Id,
    string Name,
    bool TakesMessages,
    IReadOnlyList<SidebarTaskView> Tasks,
    IReadOnlyList<SidebarPushView> Pushes);

/// <summary>The groups of a person in which something is to be done, and the tasks without a group.</summary>
public sealed record SidebarWorkView(IReadOnlyList<SidebarGroupView> Groups, IReadOnlyList<SidebarTaskView> Tasks);
