using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>Which sale, whether its groups' sequences were started, and whether its buyers were invited after the farewells.</summary>
public sealed record FlashSaleReference(string FlashSaleId, bool IsStarted = false, bool IsInvited = false);

/// <summary>
/// A sale as a whole: it starts a sequence for each of its groups, passes on to them what it hears, and at the end invites the buyers. Whenever it wakes it
/// reads where the groups stand and does what that calls for.
/// </summary>
public static class FlashSaleOrchestrator
{
    // The groups have sequences of their own; this one only looks whether an event was lost.
    static readonly TimeSpan SecondLook = TimeSpan.FromDays(1);

    const int EventsPerGeneration = 20;

    static readonly string[] AppliedSignals = [WorkflowEvents.Cancel, WorkflowEvents.Hold, WorkflowEvents.Resume, WorkflowEvents.SoldOut];

    /// <summary>The sequence; ends when every group is gone.</summary>
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
            var sale = await context.CallActivityAsync<FlashSaleSnapshot>(
                nameof(FlashSaleActivities.ReadFlashSale), new FlashSaleInput(input.FlashSaleId, context.Now()), ActivityRetry.Patient);
            // Once after the farewells, and once more for those who paid late.
            if (sale.WantsBuyersInvited && (sale.IsDissolved || (sale.IsFarewellSent && !input.IsInvited))) await InviteBuyersAsync(context, input);
            if (sale.IsDissolved)
            {
                waits.Show("dissolved");
                return;
            }

            input = input with { IsStarted = true, IsInvited = sale.IsFarewellSent };
            context.SetCustomStatus(sale.Status);
            var received = await waits.WaitAsync(sale.NextAt ?? context.Now() + SecondLook, [.. AppliedSignals, WorkflowEvents.Edit, FlashSaleNotifications.GroupMoved]);
            if (received is null || !AppliedSignals.Contains(received.Name)) continue;
            var signal = new FlashSaleSignal(input.FlashSaleId, received.Name, context.Now());
            await context.CallActivityAsync(nameof(FlashSaleActivities.ApplyFlashSaleSignal), signal, ActivityRetry.Patient);
        }

        context.ContinueAsNew(input);
    }

    static async Task InviteBuyersAsync(TaskOrchestrationContext context, FlashSaleReference input)
    {
        var sweep = new BuyerSweep(input.FlashSaleId, context.Now(), Position: null);
        do
        {
            sweep = await context.CallActivityAsync<BuyerSweep>(nameof(BuyerInvitationActivities.InviteBuyers), sweep, ActivityRetry.Patient);
        }
        while (sweep.Position is not null);
    }
}
