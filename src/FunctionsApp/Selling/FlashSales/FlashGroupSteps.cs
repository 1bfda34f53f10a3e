using Community.Groups;
using Community.Lifecycle;
using Community.Messaging.Channels;
using Community.Platform;
using Community.Selling.FlashSales;
using FunctionsApp.Lifecycle.Dissolutions;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>
/// The steps of <see cref="FlashGroupOrchestrator"/> up to the farewell. Every fact and every effect goes through an
/// activity.
/// </summary>
public sealed class FlashGroupSteps(
    TaskOrchestrationContext context, FlashGroupReference input, WorkflowWaits waits, FlashGroupRecorder recorder)
{
    readonly DeliverySteps effects = new(context);

    /// <summary>
    /// True when an earlier generation of this orchestration completed all steps but the dissolution.
    /// </summary>
    public async Task<bool> IsDissolvingAsync() => (await ReadAsync()).State >= FlashSaleState.Dissolving;

    /// <summary>Creates the group and its join code where they are missing, unless the sale is over first.</summary>
    public async Task OpenAsync()
    {
        await EnsureAsync("create-group", ChannelAction.CreateGroup);
        await EnsureAsync("open-join-code", ChannelAction.OpenJoinCode);
    }

    /// <summary>Waits for the opening instant or an early end.</summary>
    public async Task WaitForOpeningAsync()
    {
        while (await WaitWhileHeldAsync("awaiting-opening") is { IsOver: false } sale && context.Now() < sale.OpensAt)
        {
            await recorder.RecordAsync(FlashSaleState.Open, FlashGroupWait.Time);
            await WaitAsync("awaiting-opening", InstantExtensions.Earlier(sale.OpensAt, sale.EndsAt));
        }
    }

    /// <summary>
    /// Sends each wave at its instant until the sale is over, closes the group, and returns the farewell.
    /// </summary>
    public async Task<string> SellAsync()
    {
        var passed = 0;
        CloseFlashGroupResult? closed = null;
        while (closed is not { IsClosed: true })
        {
            if (await WaitWhileHeldAsync("selling") is { IsOver: true })
            {
                closed = await CloseAsync();
                continue;
            }

            var selling = await SendDueWaveAsync(passed);
            passed = selling.Passed;
            if (selling.Sale.IsHeld || selling.Sale.IsOver) continue;
            var wait = selling.TaskId is null ? FlashGroupWait.Time : FlashGroupWait.Staff;
            await recorder.RecordAsync(FlashSaleState.Selling, wait, selling.TaskId);
            await WaitAsync("selling", selling.NextAt, WorkflowEvents.StaffDone);
        }

        return closed.Farewell;
    }

    /// <summary>Sends the farewell and waits until it is sent or its timeout has passed.</summary>
    public Task SendFarewellAsync(string farewell)
    {
        var cause = LifecycleInstanceIds.FlashGroup(input.GroupId);
        var step = new GroupFarewell(context, input.GroupId, cause, waits, RecordAsync);
        return step.SendAsync(farewell);

        Task RecordAsync(string? taskId) => recorder.RecordDeliveryAsync(FlashSaleState.Closing, taskId);
    }

    async Task<CloseFlashGroupResult> CloseAsync()
    {
        waits.Show("closing");
        var closed = await context.CallActivityAsync<CloseFlashGroupResult>(
            nameof(FlashGroupActivities.CloseFlashGroup),
            new FlashGroupInput(input, context.Now()),
            ActivityRetry.Patient);
        if (closed.IsClosed) await recorder.RecordAsync(FlashSaleState.Closing, FlashGroupWait.Channel);
        return closed;
    }

    Task<SellInFlashGroupResult> SendDueWaveAsync(int passed) => context.CallActivityAsync<SellInFlashGroupResult>(
        nameof(FlashWaveActivities.SellInFlashGroup),
        new SellInFlashGroupInput(input, passed, context.Now()),
        ActivityRetry.Patient);

    async Task EnsureAsync(string step, ChannelAction action)
    {
        DeliveryOutcome? outcome = null;
        while (await WaitWhileHeldAsync(step) is { Group: GroupState.Planned, IsOver: false } sale
            && outcome is not { IsOver: true })
        {
            var request = FlashGroupDeliveries.Create(input.GroupId, step, action, "", context.Now());
            outcome = await effects.DeliverAsync(request);
            if (outcome.IsOver) continue;
            await recorder.RecordDeliveryAsync(FlashSaleState.Planned, outcome.TaskId);
            var next = InstantExtensions.Earlier(outcome.CheckAgainAt ?? sale.EndsAt, sale.EndsAt);
            await WaitAsync(step, next, WorkflowEvents.StaffDone);
        }

        if (outcome is { IsOver: false, TaskId: { } task })
            await context.CallActivityAsync(nameof(DissolutionActivities.WithdrawTask), task, ActivityRetry.Patient);
    }

    // The sale once it is not held any more or is over.
    async Task<FlashGroupSnapshot> WaitWhileHeldAsync(string step)
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
        await context.CallActivityAsync(
            nameof(FlashSaleActivities.ApplyFlashSaleSignal), signal, ActivityRetry.Patient);
    }

    Task<FlashGroupSnapshot> ReadAsync() => context.CallActivityAsync<FlashGroupSnapshot>(
        nameof(FlashGroupActivities.ReadFlashGroup),
        new FlashGroupInput(input, context.Now()),
        ActivityRetry.Patient);
}
