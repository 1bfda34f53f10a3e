using Community.Groups;
using Community.Messaging.Channels;
using Community.Selling.FlashSales;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>The steps of a flash group's life up to the farewell. Orchestrator code: every fact comes from an activity, every effect goes through one.</summary>
public sealed class FlashGroupStory(TaskOrchestrationContext context, FlashGroupReference input, Sequence sequence, FlashGroupNotes notes)
{
    // A farewell that nobody sends must not keep the group alive.
    static readonly TimeSpan FarewellPatience = TimeSpan.FromHours(1);

    readonly EffectSteps effects = new(context);

    /// <summary>True when all but the dissolution is behind: an earlier generation of this sequence did it.</summary>
    public async Task<bool> IsDissolvingAsync() => (await ReadAsync()).State >= FlashSaleState.Dissolving;

    /// <summary>Has the group made where it has no way in yet; gives up when the sale is over first.</summary>
    public async Task MakeWayInAsync()
    {
        await MakeAsync("create-group", ChannelAction.CreateGroup);
        await MakeAsync("open-join-code", ChannelAction.OpenJoinCode);
    }

    /// <summary>Waits for the opening instant, or for an early end.</summary>
    public async Task WaitForOpeningAsync()
    {
        while (await ReleasedAsync("awaiting-opening") is { IsOver: false } sale && context.Now() < sale.OpensAt)
        {
            await notes.NoteAsync(FlashSaleState.Open, FlashGroupWait.Time);
            await ListenAsync("awaiting-opening", Earlier(sale.OpensAt, sale.EndsAt));
        }
    }

    /// <summary>Sends each wave at its instant until the sale is over, and closes the group's code; the words of farewell.</summary>
    public async Task<string> SellAsync()
    {
        var passed = 0;
        while (true)
        {
            if (await ReleasedAsync("selling") is { IsOver: true })
            {
                if (await CloseAsync() is { IsClosed: true } closed) return closed.Farewell;
                continue;
            }

            var selling = await context.CallActivityAsync<FlashSelling>(
                nameof(FlashWaves.SellInFlashGroup), new FlashSellingMoment(input, passed, context.Now()), Stubborn.Activity);
            passed = selling.Passed;
            if (selling.Sale.IsHeld || selling.Sale.IsOver) continue;
            await notes.NoteAsync(FlashSaleState.Selling, selling.TaskId is null ? FlashGroupWait.Time : FlashGroupWait.Staff, selling.TaskId);
            await ListenAsync("selling", selling.NextAt, SequenceEvents.StaffDone);
        }
    }

    /// <summary>Says goodbye, and waits until it is said or nobody is going to.</summary>
    public async Task SayFarewellAsync(string farewell)
    {
        var deadline = context.Now() + FarewellPatience;
        sequence.Show("farewell", deadline);
        var request = FlashGroupEffects.Of(input.GroupId, "farewell", ChannelAction.SendToGroup, farewell, context.Now());
        var outcome = await effects.CarryOutAsync(request);
        while (!outcome.IsOver && context.Now() < deadline)
        {
            await notes.NoteAsync(FlashSaleState.Closing, outcome.TaskId is null ? FlashGroupWait.Channel : FlashGroupWait.Staff, outcome.TaskId);
            await sequence.ListenUntilAsync("farewell", Earlier(outcome.LookAgainAt ?? deadline, deadline), SequenceEvents.StaffDone, SequenceEvents.Dissolved);
            outcome = await effects.CarryOutAsync(request);
        }
    }

    async Task<FlashGroupClosed> CloseAsync()
    {
        sequence.Show("closing");
        var closed = await context.CallActivityAsync<FlashGroupClosed>(nameof(FlashGroupActivities.CloseFlashGroup), new FlashGroupMoment(input, context.Now()), Stubborn.Activity);
        if (closed.IsClosed) await notes.NoteAsync(FlashSaleState.Closing, FlashGroupWait.Channel);
        return closed;
    }

    async Task MakeAsync(string step, ChannelAction action)
    {
        EffectOutcome? outcome = null;
        while (await ReleasedAsync(step) is { Group: GroupState.Planned, IsOver: false } sale && outcome is not { IsOver: true })
        {
            outcome = await effects.CarryOutAsync(FlashGroupEffects.Of(input.GroupId, step, action, "", context.Now()));
            if (outcome.IsOver) continue;
            await notes.NoteAsync(FlashSaleState.Planned, outcome.TaskId is null ? FlashGroupWait.Channel : FlashGroupWait.Staff, outcome.TaskId);
            await ListenAsync(step, Earlier(outcome.LookAgainAt ?? sale.EndsAt, sale.EndsAt), SequenceEvents.StaffDone);
        }

        if (outcome is { IsOver: false, TaskId: { } task }) await context.CallActivityAsync(nameof(FlashGroupActivities.WithdrawTask), task, Stubborn.Activity);
    }

    // The sale as it stands once the operator holds it no longer, or it is over.
    async Task<FlashGroupOutlook> ReleasedAsync(string step)
    {
        var sale = await ReadAsync();
        while (sale is { IsHeld: true, IsOver: false })
        {
            await notes.NoteAsync(sale.State, FlashGroupWait.Operator);
            await ListenAsync(step, sale.MustEndBy);
            sale = await ReadAsync();
        }

        return sale;
    }

    async Task ListenAsync(string step, DateTimeOffset until, params string[] names)
    {
        var heard = await sequence.ListenUntilAsync(step, until, [.. names, SequenceEvents.Dissolved]);
        if (heard?.Name != SequenceEvents.Cancel) return;
        var word = new FlashSaleWord(input.FlashSaleId!, SequenceEvents.Cancel, context.Now());
        await context.CallActivityAsync(nameof(FlashSaleActivities.HeedFlashSaleEvent), word, Stubborn.Activity);
    }

    Task<FlashGroupOutlook> ReadAsync() =>
        context.CallActivityAsync<FlashGroupOutlook>(nameof(FlashGroupActivities.ReadFlashGroup), new FlashGroupMoment(input, context.Now()), Stubborn.Activity);

    static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
