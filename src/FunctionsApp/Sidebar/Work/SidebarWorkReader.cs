using Community.Groups;
using Community.Messaging.StaffTasks;
using Community.Sidebar;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Messaging.WeCom.Chats;
using FunctionsApp.Platform.Http;
using FunctionsApp.Pushes.DaySheets;
using FunctionsApp.Pushes.Plans;

namespace FunctionsApp.Sidebar.Work;

/// <summary>Reads what a staff member has to do, and whose it is.</summary>
public sealed class SidebarWorkReader(
    StaffTaskStore tasks,
    Ledger ledger,
    GroupStore groups,
    ChatStore chats,
    PushPlanStore plans,
    DaySheetItemReader items,
    DaySheetPushReader sheets,
    BrandTime brandTime,
    TimeProvider clock)
{
    // The most urgent ones. Nobody has so many.
    const int MaxTasks = 100;

    /// <summary>The group that is the chat; null for one that is not the person's.</summary>
    public async Task<SidebarGroupView?> FindOfChatAsync(string chatId, string staffId)
    {
        if (await chats.FindAsync(chatId) is not { GroupId: { } groupId }) return null;
        return await FindGroupAsync(groupId) is { } group && SidebarRules.IsTheirs(group, staffId)
            ? await ReadAsync(group, await plans.ReadAsync())
            : null;
    }

    /// <summary>What the person has to do in all groups.</summary>
    public async Task<SidebarWorkView> ReadAsync(string staffId)
    {
        var open = (await tasks.PageOfOwnerAsync(staffId, MaxTasks, continuation: null)).Items.Where(IsShown).ToList();
        var ofTasks = await Task.WhenAll(open.Select(task => task.GroupId).OfType<string>().Distinct()
            .Select(FindGroupAsync));
        var ofPushes = await sheets.GroupsAsync(staffId, brandTime.DayOf(clock.GetUtcNow()));
        var theirs = ofTasks.OfType<Group>().Concat(ofPushes)
            .Where(group => SidebarRules.IsTheirs(group, staffId))
            .DistinctBy(group => group.Id)
            .OrderBy(group => group.Name, StringComparer.Ordinal)
            .ToList();
        var board = await plans.ReadAsync();
        var read = await Task.WhenAll(theirs.Select(group => ReadAsync(group, board)));
        var shown = theirs.Select(group => group.Id).ToHashSet(StringComparer.Ordinal);
        var others = open.Where(task => task.GroupId is not { } groupId || !shown.Contains(groupId));
        return new(
            [.. read.Where(group => group.Tasks.Count + group.Pushes.Count > 0)],
            await Task.WhenAll(others.Select(task =>
                ViewAsync(task, Array.Find(ofTasks, group => group?.Id == task.GroupId)))));
    }

    /// <summary>The task; null for one that is not the person's.</summary>
    public async Task<StaffTask?> FindTaskAsync(string taskId, string staffId)
    {
        if (await tasks.FindAsync(taskId) is not { Value: var task }) return null;
        var group = task.GroupId is { } groupId ? await FindGroupAsync(groupId) : null;
        return SidebarRules.IsTheirs(task, group, staffId) ? task : null;
    }

    /// <summary>True for the owner of the group.</summary>
    public async Task<bool> IsTheirsAsync(string groupId, string staffId) =>
        SidebarRules.IsTheirs(await FindGroupAsync(groupId), staffId);

    async Task<SidebarGroupView> ReadAsync(Group group, PushBoard board)
    {
        var open = await Task.WhenAll((await tasks.OpenOfGroupAsync(group.Id)).Select(tasks.FindAsync));
        var shown = open.Select(task => task?.Value).OfType<StaffTask>().Where(IsShown).OrderBy(task => task.DueAt);
        var pushes = await items.ReadAsync(board, group, brandTime.DayOf(clock.GetUtcNow()));
        return new(
            group.Id,
            group.Name,
            group.TakesMessages,
            await Task.WhenAll(shown.Select(task => ViewAsync(task, group))),
            [
                .. pushes.OrderBy(push => push.At)
                    .Select(push => SidebarPushView.Find(push, group))
                    .OfType<SidebarPushView>(),
            ]);
    }

    async Task<SidebarTaskView> ViewAsync(StaffTask task, Group? group)
    {
        var delivery = task is { GroupId: { } groupId, DeliveryKey: { } key }
            ? await ledger.FindByKeyAsync(groupId, key)
            : null;
        return SidebarTaskView.From(task, delivery, group);
    }

    // The pushes of a sheet are listed one by one.
    static bool IsShown(StaffTask task) => task is { Status: StaffTaskStatus.Open, Sheet: null };

    async Task<Group?> FindGroupAsync(string groupId) => (await groups.FindAsync(groupId))?.Value;
}
