using Community.Channels;
using Community.Deliveries;
using Community.FlashSales;
using Community.Groups;
using FunctionsApp.Sequences;
using Microsoft.DurableTask;

namespace FunctionsApp.FlashSales;

/// <summary>The steps of a flash group's life. Orchestrator code: every fact comes from an activity, every effect goes through one.</summary>
public sealed class FlashGroupStory(TaskOrchestrationContext context, FlashSaleReference input)
{
    // A farewell that nobody sends must not keep the group alive.
    static readonly TimeSpan FarewellPatience = TimeSpan.FromHours(1);

    // A platform confirms a dissolution within moments; after this a person looks.
    static readonly TimeSpan ConfirmationPatience = TimeSpan.FromMinutes(15);

    // The staff task reminds people; the story itself only looks whether an event was lost.
    static readonly TimeSpan SecondLook = TimeSpan.FromDays(1);

    // A month of looks a generation keeps the history short however long nobody dissolves the group.
    const int LooksPerGeneration = 30;

    readonly Sequence sequence = new(context);
    readonly EffectSteps effects = new(context);

    /// <summary>Has the group made where it has no way in yet; gives up when the sale is over first.</summary>
    public async Task MakeWayInAsync()
    {
        sequence.Show("creating-group");
        if (!await LacksWayInAsync()) return;
        await CarryOutAsync("create-group", ChannelAction.CreateGroup, "", LacksWayInAsync);
        if (await LacksWayInAsync() && !await IsOverAsync()) await CarryOutAsync("open-join-code", ChannelAction.OpenJoinCode, "", LacksWayInAsync);
    }

    /// <summary>Waits for the opening instant, or for an early end.</summary>
    public async Task WaitForOpeningAsync()
    {
        var sale = await ReadAsync();
        while (context.Now() < sale.OpensAt && context.Now() < sale.ClosesAt)
        {
            await ListenAsync("awaiting-opening", Earlier(sale.OpensAt, sale.ClosesAt));
            sale = await ReadAsync();
        }
    }

    /// <summary>Waits for the closing instant, wherever the operator moves it.</summary>
    public async Task WaitForClosingAsync()
    {
        var sale = await ReadAsync();
        while (context.Now() < sale.ClosesAt)
        {
            await ListenAsync("selling", sale.ClosesAt);
            sale = await ReadAsync();
        }
    }

    /// <summary>Nobody comes in any more.</summary>
    public Task CloseCodeAsync() => context.CallActivityAsync(nameof(FlashGroupActivities.CloseFlashGroup), input);

    /// <summary>Says goodbye, and waits until it is said or nobody is going to.</summary>
    public async Task SayFarewellAsync()
    {
        sequence.Show("farewell");
        var deadline = context.Now() + FarewellPatience;
        var farewell = await ReadAsync();
        var request = Effect("farewell", ChannelAction.SendToGroup, farewell.Farewell);
        var outcome = await effects.CarryOutAsync(request);
        while (!outcome.IsOver && context.Now() < deadline)
        {
            await sequence.ListenUntilAsync("farewell", Earlier(outcome.LookAgainAt ?? deadline, deadline), SequenceEvents.StaffDone);
            outcome = await effects.CarryOutAsync(request);
        }
    }

    /// <summary>True when all but the dissolution is behind: an earlier generation of this sequence did it.</summary>
    public async Task<bool> IsDissolvingAsync() => (await ReadAsync()).State >= FlashSaleState.Dissolving;

    /// <summary>Dissolves the group and does not rest until it is confirmed; false when it is time for a generation with a new history.</summary>
    public async Task<bool> DissolveAsync()
    {
        sequence.Show("dissolving");
        await context.CallActivityAsync(nameof(FlashGroupActivities.BeginDissolution), input);
        var request = Effect("dissolve", ChannelAction.DissolveGroup, "");
        var outcome = await effects.CarryOutAsync(request);
        var asked = outcome.TaskId;
        for (var looks = 0; !await IsGoneAsync(); looks++)
        {
            if (looks == LooksPerGeneration) return false;
            var until = outcome.LookAgainAt ?? context.Now() + (asked is null ? ConfirmationPatience : SecondLook);
            var heard = await sequence.ListenUntilAsync("awaiting-dissolution", until, SequenceEvents.Dissolved, SequenceEvents.StaffDone);
            outcome = await effects.CarryOutAsync(request);
            asked ??= outcome.TaskId;
            if (heard is null && asked is null && outcome.IsOver)
                asked = await context.CallActivityAsync<string>(nameof(FlashGroupActivities.EscalateDissolution), new FlashGroupMoment(input, context.Now()));
        }

        if (asked is not null) await context.CallActivityAsync(nameof(FlashGroupActivities.WithdrawTask), asked);
        sequence.Show("dissolved");
        return true;
    }

    /// <summary>Notes how far the sale is.</summary>
    public Task AdvanceAsync(FlashSaleState to) =>
        context.CallActivityAsync(nameof(FlashGroupActivities.AdvanceFlashSale), new FlashSaleAdvance(input.FlashSaleId, to));

    async Task CarryOutAsync(string step, ChannelAction action, string text, Func<Task<bool>> isWanted)
    {
        var request = Effect(step, action, text);
        var outcome = await effects.CarryOutAsync(request);
        while (!outcome.IsOver && await isWanted() && !await IsOverAsync())
        {
            var sale = await ReadAsync();
            await ListenAsync(step, Earlier(outcome.LookAgainAt ?? sale.ClosesAt, sale.ClosesAt), SequenceEvents.StaffDone);
            outcome = await effects.CarryOutAsync(request);
        }

        if (!outcome.IsOver && outcome.TaskId is { } task) await context.CallActivityAsync(nameof(FlashGroupActivities.WithdrawTask), task);
    }

    async Task ListenAsync(string step, DateTimeOffset until, params string[] names)
    {
        var heard = await sequence.ListenUntilAsync(step, until, names);
        if (heard?.Name == SequenceEvents.Cancel) await context.CallActivityAsync(nameof(FlashGroupActivities.CloseFlashSaleNow), new FlashGroupMoment(input, context.Now()));
    }

    async Task<bool> IsOverAsync() => context.Now() >= (await ReadAsync()).ClosesAt;

    async Task<bool> LacksWayInAsync() => await StateAsync() is GroupState.Planned;

    async Task<bool> IsGoneAsync() => await StateAsync() is GroupState.Dissolved;

    Task<GroupState> StateAsync() => context.CallActivityAsync<GroupState>(nameof(FlashGroupActivities.ReadFlashGroup), input);

    Task<FlashSale> ReadAsync() => context.CallActivityAsync<FlashSale>(nameof(FlashGroupActivities.ReadFlashSale), input);

    DeliveryRequest Effect(string step, ChannelAction action, string text) =>
        new(context.InstanceId, step, input.GroupId, MemberId: null, action, DeliveryPriority.Sale, text, context.Now());

    static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
