using Community.Groups;
using Community.Messaging.Channels;
using Community.Selling.FlashSales;
using FunctionsApp.Lifecycle.Dissolutions;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>The steps of a flash group's life up to the farewell. Orchestrator code: every fact comes from an activity, every effect goes through one.</summary>
public sealed class FlashGroupSteps(TaskOrchestrationContext context, FlashGroupReference input, WorkflowWaits waits, FlashGroupRecorder recorder)
{
    // A farewell that nobody sends must not keep the group alive.
    static readonly TimeSpan FarewellPatience = TimeSpan.FromHours(1);

    readonly DeliverySteps effects = new(context);

    /// <summary>True when all but the dissolution is behind: an earlier generation of this sequence did it.</summary>
    public async Task<bool> IsDissolvingAsync() => (await ReadAsync()).State >= FlashSaleState.Dissolving;

    /// <summary>Has the group made where it has no way in yet; gives up when the sale is over first.</summary>
    public async Task OpenAsync()
    {
        await MakeAsync("create-group", ChannelAction.CreateGroup);
        await MakeAsync("open-join-code", ChannelAction.OpenJoinCode);
    }

    /// <summary>Waits for the opening instant, or for an early end.</summary>
    public async Task WaitForOpeningAsync()
    {
        while (await ReleasedAsync("awaiting-opening") is { IsOver: false } sale && context.Now() < sale.OpensAt)
        {
            await recorder.RecordAsync(FlashSaleState.Open, FlashGroupWait.Time);
            await WaitAsync("awaiting-opening", Earlier(sale.OpensAt, sale.EndsAt));
        }
    }

    /// <summary>Sends each wave at its instant until the sale is over, and closes the group's code; the words of farewell.</summary>
    public async Task<string> SellAsync()
    {
        var passed = 0;
        CloseFlashGroupResult? closed = null;
        while (closed is not { IsClosed: true })
        {
            if (await ReleasedAsync("selling") is { IsOver: true })
            {
                closed = await CloseAsync();
                continue;
            }

            var selling = await context.CallActivityAsync<SellInFlashGroupResult>(
                nameof(FlashWaveActivities.SellInFlashGroup), new SellInFlashGroupInput(input, passed, context.Now()), ActivityRetry.Patient);
            passed = selling.Passed;
            if (selling.Sale.IsHeld || selling.Sale.IsOver) continue;
            await recorder.RecordAsync(FlashSaleState.Selling, selling.TaskId is null ? FlashGroupWait.Time : FlashGroupWait.Staff, selling.TaskId);
            await WaitAsync("selling", selling.NextAt, WorkflowEvents.StaffDone);
        }

        return closed.Farewell;
    }

    /// <summary>Says goodbye, and waits until it is said or nobody is going to.</summary>
    public async Task SendFarewellAsync(string farewell)
    {
        var deadline = context.Now() + FarewellPatience;
        waits.Show("farewell", deadline);
        var request = FlashGroupDeliveries.Create(input.GroupId, "farewell", ChannelAction.SendToGroup, farewell, context.Now());
        var outcome = await effects.DeliverAsync(request);
        while (!outcome.IsOver && context.Now() < deadline)
        {
            await recorder.RecordAsync(FlashSaleState.Closing, outcome.TaskId is null ? FlashGroupWait.Channel : FlashGroupWait.Staff, outcome.TaskId);
            await waits.WaitUntilAsync("farewell", Earlier(outcome.CheckAgainAt ?? deadline, deadline), WorkflowEvents.StaffDone, WorkflowEvents.Dissolved);
            outcome = await effects.DeliverAsync(request);
        }
    }

    async Task<CloseFlashGroupResult> CloseAsync()
    {
        waits.Show("closing");
        var closed = await context.CallActivityAsync<CloseFlashGroupResult>(nameof(FlashGroupActivities.CloseFlashGroup), new FlashGroupInput(input, context.Now()), ActivityRetry.Patient);
        if (closed.IsClosed) await recorder.RecordAsync(FlashSaleState.Closing, FlashGroupWait.Channel);
        return closed;
    }

    async Task MakeAsync(string step, ChannelAction action)
    {
        DeliveryOutcome? outcome = null;
        while (await ReleasedAsync(step) is { Group: GroupState.Planned, IsOver: false } sale && outcome is not { IsOver: true })
        {
            outcome = await effects.DeliverAsync(FlashGroupDeliveries.Create(input.GroupId, step, action, "", context.Now()));
            if (outcome.IsOver) continue;
            await recorder.RecordAsync(FlashSaleState.Planned, outcome.TaskId is null ? FlashGroupWait.Channel : FlashGroupWait.Staff, outcome.TaskId);
            await WaitAsync(step, Earlier(outcome.CheckAgainAt ?? sale.EndsAt, sale.EndsAt), WorkflowEvents.StaffDone);
        }

        if (outcome is { IsOver: false, TaskId: { } task }) await context.CallActivityAsync(nameof(DissolutionActivities.WithdrawTask), task, ActivityRetry.Patient);
    }

    // The sale as it stands once the operator holds it no longer, or it is over.
    async Task<FlashGroupSnapshot> ReleasedAsync(string step)
    {
        var sale = await ReadAsync();
        while (sale is { IsHeld: true, IsOver: false })
        {
            await recorder.RecordAsync(sale.State, FlashGroupWait.Operator);
            await WaitAsync(step, sale.MustEndBy);
            sale = await ReadAsync();
        }

        return sale;
    }

    async Task WaitAsync(string step, DateTimeOffset until, params string[] names)
    {
        var received = await waits.WaitUntilAsync(step, until, [.. names, WorkflowEvents.Dissolved]);
        if (received?.Name != WorkflowEvents.Cancel) return;
        var signal = new FlashSaleSignal(input.FlashSaleId!, WorkflowEvents.Cancel, context.Now());
        await context.CallActivityAsync(nameof(FlashSaleActivities.ApplyFlashSaleSignal), signal, ActivityRetry.Patient);
    }

    Task<FlashGroupSnapshot> ReadAsync() =>
        context.CallActivityAsync<FlashGroupSnapshot>(nameof(FlashGroupActivities.ReadFlashGroup), new FlashGroupInput(input, context.Now()), ActivityRetry.Patient);

    static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
