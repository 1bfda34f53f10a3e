using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Platform;
using Community.Selling.FlashSales;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.StaffTasks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>A group at its sequence's own instant.</summary>
public sealed record FlashGroupInput(FlashGroupReference Target, DateTimeOffset At);

/// <summary>How far a group of a sale is.</summary>
public sealed record RecordFlashGroupInput(string FlashSaleId, FlashGroup Group, DateTimeOffset At);

/// <summary>Whether the sale is over, and then the words to part with.</summary>
public sealed record CloseFlashGroupResult(bool IsClosed, string Farewell);

/// <summary>What a group's sequence needs to know of its sale. One whose group is gone is over for it.</summary>
public sealed record FlashGroupSnapshot(
    DateTimeOffset OpensAt, DateTimeOffset EndsAt, DateTimeOffset MustEndBy, bool IsHeld, bool IsOver, GroupState Group, FlashSaleState State)
{
    /// <summary>The outlook at this instant.</summary>
    public static FlashGroupSnapshot From(FlashSale sale, GroupState group, FlashSaleState state, DateTimeOffset at) =>
        new(sale.OpensAt, sale.EndsAt, sale.MustEndBy, sale.IsHeld, sale.IsOverAt(at) || group is GroupState.Dissolved, group, state);
}

/// <summary>What a flash group's sequences read and do. Each activity may end anywhere and be repeated.</summary>
public sealed class FlashGroupActivities(
    FlashSaleStore sales, GroupStore groups, FlashWaveActivities waves, CampaignGroupService campaigns, Ledger ledger, StaffTaskService tasks, TimeProvider clock)
{
    /// <summary>The sale as the operator wants it now, and where the group stands.</summary>
    [Function(nameof(ReadFlashGroup))]
    public async Task<FlashGroupSnapshot> ReadFlashGroup([ActivityTrigger] FlashGroupInput input)
    {
        var sale = (await sales.FindAsync(input.Target.FlashSaleId!))!.Value;
        var standing = await sales.FindGroupAsync(sale.Id, input.Target.GroupId);
        return FlashGroupSnapshot.From(sale, (await GroupAsync(input.Target)).State, standing.State, input.At);
    }

    /// <summary>Where the group itself stands.</summary>
    [Function(nameof(ReadGroupState))]
    public async Task<GroupState> ReadGroupState([ActivityTrigger] FlashGroupReference reference) => (await GroupAsync(reference)).State;

    /// <summary>Notes how far the group is, and tells its sale once it is nearly gone.</summary>
    [Function(nameof(RecordFlashGroup))]
    public async Task RecordFlashGroup([ActivityTrigger] RecordFlashGroupInput input, [DurableClient] DurableTaskClient durable)
    {
        await sales.RecordGroupAsync(input.FlashSaleId, input.Group, input.At);
        if (input.Group.State >= FlashSaleState.Dissolving) await durable.RaiseEventAsync(InstanceIds.FlashSale(input.FlashSaleId), FlashSaleNotifications.GroupMoved, "");
    }

    /// <summary>
    /// If the sale is over for this group: no wave is sent any more, those that were not are skipped in the ledger, and the group takes nobody; a campaign
    /// that leads to it leads on.
    /// </summary>
    [Function(nameof(CloseFlashGroup))]
    public async Task<CloseFlashGroupResult> CloseFlashGroup([ActivityTrigger] FlashGroupInput input, [DurableClient] DurableTaskClient durable)
    {
        var farewell = "";
        if (input.Target.FlashSaleId is { } id && await sales.DecideAsync(id, new FlashSaleCommand.End(input.At)) is var (sale, _))
        {
            var isGone = (await GroupAsync(input.Target)).State is GroupState.Dissolved;
            if (!isGone && !sale.IsOverAt(input.At)) return new(false, "");
            await waves.SkipRestAsync(sale, input.Target.GroupId, isGone ? "the group is dissolved" : $"the sale is over: {sale.EndReason}", input.At);
            farewell = sale.Farewell;
        }

        if (await groups.DecideAsync(input.Target.GroupId, new GroupCommand.Close()) is { } closed) await campaigns.ReplaceGroupAsync(closed, clock.GetUtcNow(), durable);
        return new(true, farewell);
    }

    /// <summary>The group is to be dissolved.</summary>
    [Function(nameof(BeginDissolution))]
    public Task BeginDissolution([ActivityTrigger] FlashGroupReference reference) => groups.DecideAsync(reference.GroupId, new GroupCommand.Dissolve());

    /// <summary>Asks a person to see to it that the group is gone; the task's id.</summary>
    [Function(nameof(EscalateDissolution))]
    public async Task<string> EscalateDissolution([ActivityTrigger] FlashGroupInput input, [DurableClient] DurableTaskClient durable)
    {
        var task = NewStaffTasks.ConfirmDissolved(InstanceIds.FlashGroup(input.Target.GroupId), await GroupAsync(input.Target), input.At);
        await tasks.OpenAsync(task, durable);
        return task.Id;
    }

    /// <summary>The group is gone, so its dissolution was carried out: an attempt that a crash cut off would never say so.</summary>
    [Function(nameof(RecordDissolution))]
    public async Task RecordDissolution([ActivityTrigger] FlashGroupReference reference)
    {
        var dissolution = FlashGroupDeliveries.Create(reference.GroupId, "dissolve", ChannelAction.DissolveGroup, "", default);
        if (await GroupAsync(reference) is { DissolvedAt: { } at } && await ledger.FindAsync(reference.GroupId, dissolution.Key) is { } entered)
            await ledger.DecideAsync(entered, new DeliveryCommand.ConfirmByStaff(at));
    }

    /// <summary>Nobody needs the task any more.</summary>
    [Function(nameof(WithdrawTask))]
    public Task WithdrawTask([ActivityTrigger] string taskId) => tasks.WithdrawAsync(taskId);

    async Task<Group> GroupAsync(FlashGroupReference reference) => (await groups.FindAsync(reference.GroupId))!.Value;
}
