using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>
/// A sale. <paramref name="IsStarted"/> is true once the orchestrations of its groups are started,
/// <paramref name="IsInvited"/> once its buyers are invited after the farewells.
/// </summary>
public sealed record FlashSaleReference(string FlashSaleId, bool IsStarted = false, bool IsInvited = false);

/// <summary>
/// The orchestration of a whole sale: it starts the orchestration of each group, passes signals on to them, and invites
/// the buyers at the end. After every wait it reads the progress of the groups again.
/// </summary>
public static class FlashSaleOrchestrator
{
    // Events of the groups end the wait; this interval covers a lost event.
    static readonly TimeSpan PollingInterval = TimeSpan.FromDays(1);

    const int EventsPerGeneration = 20;

    static readonly string[] AppliedSignals =
        [WorkflowEvents.Cancel, WorkflowEvents.Hold, WorkflowEvents.Resume, WorkflowEvents.SoldOut];

    static readonly string[] ReceivedSignals =
        [.. AppliedSignals, WorkflowEvents.Edit, FlashSaleNotifications.GroupMoved];

    [Function(nameof(FlashSaleOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, FlashSaleReference input)
    {
        var waits = new WorkflowWaits(context);
        if (!input.IsStarted)
        {
            waits.Show("starting-groups");
            await context.CallActivityAsync(nameof(FlashSaleActivities.StartFlashGroups), input, ActivityRetry.Patient);
        }

        for (var events = 0; events < EventsPerGeneration || waits.HasPendingSignals; events++)
        {
            var sale = await ReadAsync(context, input);
            // Buyers are invited after the farewells, and again at the end for late payments.
            var isInvitationDue = sale.IsDissolved || (sale.IsFarewellSent && !input.IsInvited);
            if (sale.WantsBuyersInvited && isInvitationDue) await InviteBuyersAsync(context, input);
            if (sale.IsDissolved)
            {
                waits.Show("dissolved");
                return;
            }

            input = input with { IsStarted = true, IsInvited = sale.IsFarewellSent };
            context.SetCustomStatus(sale.Status);
            var received = await waits.WaitAsync(sale.NextAt ?? context.Now() + PollingInterval, ReceivedSignals);
            if (received is null || !AppliedSignals.Contains(received.Name)) continue;
            var signal = new FlashSaleSignal(input.FlashSaleId, received.Name, context.Now());
            await context.CallActivityAsync(
                nameof(FlashSaleActivities.ApplyFlashSaleSignal), signal, ActivityRetry.Patient);
        }

        context.ContinueAsNew(input);
    }

    static Task<FlashSaleSnapshot> ReadAsync(TaskOrchestrationContext context, FlashSaleReference input) =>
        context.CallActivityAsync<FlashSaleSnapshot>(
            nameof(FlashSaleActivities.ReadFlashSale),
            new FlashSaleInput(input.FlashSaleId, context.Now()),
            ActivityRetry.Patient);

    static async Task InviteBuyersAsync(TaskOrchestrationContext context, FlashSaleReference input)
    {
        var sweep = new BuyerSweep(input.FlashSaleId, context.Now(), Position: null);
        do
        {
            sweep = await context.CallActivityAsync<BuyerSweep>(
                nameof(BuyerInvitationActivities.InviteBuyers), sweep, ActivityRetry.Patient);
        }
        while (sweep.Position is not null);
    }
}
