using Community.Channels;
using Community.Groups;
using Community.Sequences;
using FunctionsApp.Groups;
using FunctionsApp.Sequences;
using FunctionsApp.StaffTasks;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.FlashSales;

/// <summary>A group is gone: that is noted, its tasks are settled, and the flash sale that had it is told.</summary>
public sealed class Dissolutions(GroupStore groups, StaffTaskDesk tasks)
{
    /// <summary>What the platform says.</summary>
    public Task HandleAsync(ChannelEvent.GroupDissolved dissolved, DurableTaskClient sequences) => ConfirmAsync(dissolved.GroupId, dissolved.Timestamp, sequences);

    /// <summary>Notes it whoever says so; an unknown group has nothing to note.</summary>
    public async Task ConfirmAsync(string groupId, DateTimeOffset at, DurableTaskClient sequences)
    {
        if (await groups.DecideAsync(groupId, new GroupCommand.ConfirmDissolved(at)) is null) return;
        await tasks.SettleGroupAsync(groupId);
        if (await groups.FlashSaleAsync(groupId) is { } flashSale) await sequences.RaiseEventAsync(InstanceIds.FlashSale(flashSale), SequenceEvents.Dissolved, groupId);
    }
}
