using Community.Selling.FlashSales;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Sending;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>A group that sells. <paramref name="Passed"/> is the number of waves that it sent or skipped.</summary>
public sealed record SellInFlashGroupInput(FlashGroupReference Target, int Passed, DateTimeOffset At);

/// <summary>
/// The number of waves that the group has sent or skipped, the next instant, and the staff task that sends the latest
/// wave (null when there is none).
/// </summary>
public sealed record SellInFlashGroupResult(FlashGroupSnapshot Sale, int Passed, DateTimeOffset NextAt, string? TaskId);

/// <summary>The activity of <see cref="FlashGroupOrchestrator"/> that sends waves.</summary>
public sealed class FlashWaveActivities(
    FlashSaleStore sales, GroupStore groups, FlashWaveService waves, DeliveryDispatcher dispatcher)
{
    /// <summary>Sends the latest wave that is due.</summary>
    [Function(nameof(SellInFlashGroup))]
    public async Task<SellInFlashGroupResult> SellInFlashGroup([ActivityTrigger] SellInFlashGroupInput input)
    {
        var groupId = input.Target.GroupId;
        var sale = (await sales.FindAsync(input.Target.FlashSaleId!))!.Value;
        var group = (await groups.FindAsync(groupId))!.Value;
        var snapshot = FlashGroupSnapshot.From(sale, group, FlashSaleState.Selling, input.At);
        var (passed, due) = (input.Passed, sale.WavesDueAt(input.At));
        if (!snapshot.IsHeld && !snapshot.IsOver && due > passed
            && await waves.BeginAsync(sale.Id, groupId, new WaveRange(passed, due), input.At) is { } delivery)
        {
            await dispatcher.DeliverAsync(delivery);
            passed = due;
        }

        var nextAt = FlashSaleProgress.NextInstant(sale, input.At);
        return new(snapshot, passed, nextAt, await waves.FindTaskAsync(groupId, passed));
    }
}
