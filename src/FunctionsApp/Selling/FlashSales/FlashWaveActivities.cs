using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Selling.FlashSales;
using Community.Selling.Offers;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Dissolutions;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Selling.Links;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>A group that sells, and how many waves are behind it.</summary>
public sealed record SellInFlashGroupInput(FlashGroupReference Target, int Passed, DateTimeOffset At);

/// <summary>How many waves are behind the group now, when the next thing is due, and the task of the latest wave where a person has to send it.</summary>
public sealed record SellInFlashGroupResult(FlashGroupSnapshot Sale, int Passed, DateTimeOffset NextAt, string? TaskId);

/// <summary>
/// The waves of a sale in one group. One whose instant passed while the sale was held or the app was down is sent late, unless the next one is due as
/// well: two offers in one breath are one too many, and the earlier is skipped. What is skipped has its row in the ledger, with the reason.
/// </summary>
public sealed class FlashWaveActivities(FlashSaleStore sales, GroupStore groups, LinkStore links, Ledger ledger, DeliveryDispatcher dispatcher, StaffTaskService tasks)
{
    /// <summary>Sends what is due, and says what comes next.</summary>
    [Function(nameof(SellInFlashGroup))]
    public async Task<SellInFlashGroupResult> SellInFlashGroup([ActivityTrigger] SellInFlashGroupInput input, [DurableClient] DurableTaskClient durable)
    {
        var sale = (await sales.FindAsync(input.Target.FlashSaleId!))!.Value;
        var group = (await groups.FindAsync(input.Target.GroupId))!.Value;
        var outlook = FlashGroupSnapshot.From(sale, group.State, FlashSaleState.Selling, input.At);
        var due = sale.WavesDueAt(input.At);
        var passed = outlook.IsHeld || outlook.IsOver || due <= input.Passed ? input.Passed : await SendAsync(input, sale, due, durable);
        return new(outlook, passed, FlashSaleProgress.NextInstant(sale, input.At), await TaskOfAsync(input.Target.GroupId, passed));
    }

    /// <summary>Whatever was not sent in this group is not sent any more; whoever was to send it need not.</summary>
    public async Task SkipRestAsync(FlashSale sale, string groupId, string reason, DateTimeOffset at)
    {
        for (var wave = 0; wave < sale.Waves.Count; wave++)
        {
            var entered = await ledger.EnterAsync(Effect(groupId, wave, sale.Waves[wave].Text, at));
            if (await ledger.FindAsync(entered) is { State: DeliveryState.Uncertain }) continue; // a person is looking whether it was sent
            var skipped = await ledger.DecideAsync(entered, new DeliveryCommand.Skip(reason));
            if (skipped is { State: DeliveryState.Skipped, TaskId: { } task }) await tasks.WithdrawAsync(task);
        }
    }

    async Task<int> SendAsync(SellInFlashGroupInput input, FlashSale sale, int due, DurableTaskClient durable)
    {
        var (groupId, latest) = (input.Target.GroupId, due - 1);
        var (begun, _) = (await sales.DecideAsync(sale.Id, new FlashSaleCommand.BeginWave(latest, input.At)))!.Value;
        if (begun.WavesBegun <= latest) return input.Passed; // it was held, closed or moved a moment ago: the sequence looks again
        for (var wave = input.Passed; wave < latest; wave++)
        {
            var entered = await ledger.EnterAsync(Effect(groupId, wave, begun.Waves[wave].Text, input.At));
            await ledger.DecideAsync(entered, new DeliveryCommand.Skip("the next wave was due as well"));
        }

        var (text, url) = (begun.Waves[latest].Text, begun.Waves[latest].Url);
        if (url is not null)
        {
            var link = await links.EnsureAsync(new NewLink(new OfferReference(OfferKind.FlashSale, sale.Id), StepOf(latest), groupId, MemberId: null, url, input.At));
            text = begun.Waves[latest].Render(begun.LinkBase + link.Code);
        }

        await durable.PerformAsync(await dispatcher.DeliverAsync(Effect(groupId, latest, text, input.At)));
        return due;
    }

    async Task<string?> TaskOfAsync(string groupId, int passed) =>
        passed > 0
        && await ledger.FindAsync(groupId, Effect(groupId, passed - 1, "", default).Key) is { } entered
        && await ledger.FindAsync(entered) is { State: DeliveryState.AwaitingStaff } delivery
            ? delivery.TaskId
            : null;

    static NewDelivery Effect(string groupId, int wave, string text, DateTimeOffset at) => FlashGroupDeliveries.Create(groupId, StepOf(wave), ChannelAction.SendToGroup, text, at);

    static string StepOf(int wave) => $"wave-{wave + 1}";
}
