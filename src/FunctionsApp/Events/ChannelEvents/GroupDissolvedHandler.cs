using Community.Groups;
using Community.Lifecycle;
using Community.Messaging.Channels;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>A group is gone: that is noted, its tasks are settled, and the sequences of a flash group are told.</summary>
public sealed class GroupDissolvedHandler(GroupStore groups, StaffTaskService tasks)
{
    /// <summary>What the platform says.</summary>
    public Task HandleAsync(ChannelEvent.GroupDissolved dissolved, DurableTaskClient durable) => ConfirmAsync(dissolved.GroupId, dissolved.Timestamp, durable);

    /// <summary>Notes it whoever says so; an unknown group has nothing to note.</summary>
    public async Task ConfirmAsync(string groupId, DateTimeOffset at, DurableTaskClient durable)
    {
        if (await groups.DecideAsync(groupId, new GroupCommand.ConfirmDissolved(at)) is not { } group) return;
        await tasks.CloseTasksOfGroupAsync(groupId);
        if (group.Kind is not GroupKind.Flash) return;
        await durable.RaiseEventAsync(LifecycleInstanceIds.FlashGroup(groupId), WorkflowEvents.Dissolved, groupId);
        await durable.RaiseEventAsync(LifecycleInstanceIds.CharterDeadline(groupId), WorkflowEvents.Dissolved, groupId);
    }
}
