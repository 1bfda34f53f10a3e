using Community.FlashSales;
using Community.Groups;
using Community.Sequences;
using FunctionsApp.Campaigns;
using FunctionsApp.Groups;
using FunctionsApp.StaffTasks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.FlashSales;

/// <summary>How far a sale has come.</summary>
public sealed record FlashSaleAdvance(string FlashSaleId, FlashSaleState To);

/// <summary>A sale at its sequence's own instant.</summary>
public sealed record FlashGroupMoment(FlashSaleReference Of, DateTimeOffset At);

/// <summary>What the flash group's sequence reads and does.</summary>
public sealed class FlashGroupActivities(FlashSaleStore sales, GroupStore groups, CampaignGroups campaigns, StaffTaskDesk tasks, TimeProvider clock)
{
    /// <summary>The sale as the operator wants it now.</summary>
    [Function(nameof(ReadFlashSale))]
    public async Task<FlashSale> ReadFlashSale([ActivityTrigger] FlashSaleReference sale) => (await sales.FindAsync(sale.FlashSaleId))!.Value;

    /// <summary>Where the group stands.</summary>
    [Function(nameof(ReadFlashGroup))]
    public async Task<GroupState> ReadFlashGroup([ActivityTrigger] FlashSaleReference sale) => (await GroupAsync(sale)).State;

    /// <summary>Notes how far the sale is.</summary>
    [Function(nameof(AdvanceFlashSale))]
    public Task AdvanceFlashSale([ActivityTrigger] FlashSaleAdvance advance) => sales.DecideAsync(advance.FlashSaleId, new FlashSaleCommand.Advance(advance.To));

    /// <summary>The operator cancelled: the sale closes at this instant.</summary>
    [Function(nameof(CloseFlashSaleNow))]
    public Task CloseFlashSaleNow([ActivityTrigger] FlashGroupMoment moment) => sales.DecideAsync(moment.Of.FlashSaleId, new FlashSaleCommand.Close(moment.At));

    /// <summary>The group takes nobody any more; a campaign that leads to it leads on.</summary>
    [Function(nameof(CloseFlashGroup))]
    public async Task CloseFlashGroup([ActivityTrigger] FlashSaleReference sale, [DurableClient] DurableTaskClient sequences)
    {
        if (await groups.DecideAsync(sale.GroupId, new GroupCommand.Close()) is { } closed) await campaigns.MoveOnFromAsync(closed, clock.GetUtcNow(), sequences);
    }

    /// <summary>The group is to be dissolved.</summary>
    [Function(nameof(BeginDissolution))]
    public Task BeginDissolution([ActivityTrigger] FlashSaleReference sale) => groups.DecideAsync(sale.GroupId, new GroupCommand.Dissolve());

    /// <summary>Asks a person to see to it that the group is gone; the task's id.</summary>
    [Function(nameof(EscalateDissolution))]
    public async Task<string> EscalateDissolution([ActivityTrigger] FlashGroupMoment moment, [DurableClient] DurableTaskClient sequences)
    {
        var task = StaffTaskTexts.ConfirmDissolved(InstanceIds.FlashSale(moment.Of.FlashSaleId), await GroupAsync(moment.Of), moment.At);
        await tasks.OpenAsync(task, sequences);
        return task.Id;
    }

    /// <summary>Nobody needs the task any more.</summary>
    [Function(nameof(WithdrawTask))]
    public Task WithdrawTask([ActivityTrigger] string taskId) => tasks.WithdrawAsync(taskId);

    async Task<Group> GroupAsync(FlashSaleReference sale) => (await groups.FindAsync(sale.GroupId))!.Value;
}
