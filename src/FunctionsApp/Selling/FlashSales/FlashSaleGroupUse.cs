using Community.Groups;
using Community.Selling;
using Community.Selling.FlashSales;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.CharterDeadlines;
using FunctionsApp.Lifecycle.Dissolutions;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>The use of flash groups by flash sales.</summary>
public sealed class FlashSaleGroupUse(
    FlashGroupClaimStore claims, FlashSaleStore sales, GroupStore groups, FlashWaveService waves) : IFlashGroupUse
{
    /// <inheritdoc/>
    public async Task<FlashGroupUse?> FindAsync(string groupId)
    {
        if (await claims.FindAsync(groupId) is not { } id || await sales.FindAsync(id) is not { Value: var sale })
            return null;
        var endedEarlyAt = (await groups.FindAsync(groupId))?.Value.EndRequestedAt;
        DateTimeOffset? endsAt = sale.IsHeld ? null : sale.EndsAt;
        return new FlashGroupUse(sale.Id, endedEarlyAt < endsAt ? endedEarlyAt : endsAt ?? endedEarlyAt, sale.Farewell);
    }

    /// <inheritdoc/>
    public async Task<bool> EndAsync(string useId, string groupId, DateTimeOffset at) =>
        (await EndSaleAsync(useId, groupId, at)).IsClosed;

    /// <inheritdoc/>
    public Task<IReadOnlyList<DurableAction>> RecordAsync(
        string useId, string groupId, DissolutionProgress progress, DateTimeOffset at)
    {
        FlashGroupWait? wait = progress.TaskId is null ? FlashGroupWait.Channel : FlashGroupWait.Staff;
        var group = progress.IsDissolved
            ? new FlashGroup(groupId, FlashSaleState.Dissolved, WaitingFor: null)
            : new FlashGroup(groupId, FlashSaleState.Dissolving, wait, progress.TaskId);
        return RecordAsync(new RecordFlashGroupInput(useId, group, at));
    }

    /// <summary>Stores the progress of the group. The sale is notified from the group's dissolution on.</summary>
    public async Task<IReadOnlyList<DurableAction>> RecordAsync(RecordFlashGroupInput input)
    {
        await sales.RecordGroupAsync(input.FlashSaleId, input.Group, input.At);
        if (input.Group.State < FlashSaleState.Dissolving) return DurableAction.None;
        var sale = SellingInstanceIds.FlashSale(input.FlashSaleId);
        return [new DurableAction.Raise(sale, FlashSaleNotifications.GroupMoved)];
    }

    /// <summary>
    /// Ends the sale for this group when it is over, and skips the waves that were not sent. A sale is over for a group
    /// that is ended early or dissolved.
    /// </summary>
    public async Task<CloseFlashGroupResult> EndSaleAsync(string saleId, string groupId, DateTimeOffset at)
    {
        if (await sales.DecideAsync(saleId, new FlashSaleCommand.End(at)) is not { After: var sale })
            return new(IsClosed: true, Farewell: "");
        var group = (await groups.FindAsync(groupId))!.Value;
        if (!IsEnded(group) && !sale.IsOverAt(at)) return new(IsClosed: false, Farewell: "");
        var reason = group switch
        {
            { State: GroupState.Dissolved } => "the group is dissolved",
            { EndRequestedAt: not null } => "the group was ended early",
            _ => $"the sale is over: {sale.EndReason}",
        };
        await waves.SkipRemainingAsync(sale, groupId, reason, at);
        return new(IsClosed: true, sale.Farewell);
    }

    /// <summary>True when the sale is over for the group, whatever the sale's own end is.</summary>
    public static bool IsEnded(Group group) =>
        group.State is GroupState.Dissolved || group.EndRequestedAt is not null;
}
