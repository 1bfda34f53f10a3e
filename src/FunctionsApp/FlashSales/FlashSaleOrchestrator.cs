using FunctionsApp.Sequences;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.FlashSales;

/// <summary>Which sale, whether its groups' sequences were started, and whether its buyers were invited after the farewells.</summary>
public sealed record FlashSaleReference(string FlashSaleId, bool IsStarted = false, bool IsInvited = false);

/// <summary>
/// A sale as a whole: it starts a sequence for each of its groups, passes on to them what it hears, and at the end invites the buyers. Each generation
/// reads where the groups stand, does what that calls for and hears one event.
/// </summary>
public static class FlashSaleOrchestrator
{
    // The groups have sequences of their own; this one only looks whether an event was lost.
    static readonly TimeSpan SecondLook = TimeSpan.FromDays(1);

    /// <summary>The sequence; ends when every group is gone.</summary>
    [Function(nameof(FlashSaleOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, FlashSaleReference input)
    {
        var sequence = new Sequence(context);
        if (!input.IsStarted)
        {
            sequence.Show("starting-groups");
            await context.CallActivityAsync(nameof(FlashSaleActivities.StartFlashGroups), input, Stubborn.Activity);
        }

        var sale = await context.CallActivityAsync<FlashSaleOutlook>(
            nameof(FlashSaleActivities.ReadFlashSale), new FlashSaleMoment(input.FlashSaleId, context.Now()), Stubborn.Activity);
        // Once after the farewells, and once more for those who paid late.
        if (sale.WantsBuyersInvited && (sale.IsGone || (sale.IsSaid && !input.IsInvited))) await InviteBuyersAsync(context, input);
        if (sale.IsGone)
        {
            sequence.Show("dissolved");
            return;
        }

        context.SetCustomStatus(sale.Status);
        var heard = await sequence.HearAsync(
            sale.NextAt ?? context.Now() + SecondLook,
            SequenceEvents.Cancel,
            SequenceEvents.Hold,
            SequenceEvents.Resume,
            SequenceEvents.SoldOut,
            SequenceEvents.Edit,
            FlashSaleNews.GroupMoved);
        if (heard is { Name: not (SequenceEvents.Edit or FlashSaleNews.GroupMoved) })
        {
            await context.CallActivityAsync(
                nameof(FlashSaleActivities.HeedFlashSaleEvent), new FlashSaleWord(input.FlashSaleId, heard.Name, context.Now()), Stubborn.Activity);
        }

        context.ContinueAsNew(input with { IsStarted = true, IsInvited = sale.IsSaid });
    }

    static async Task InviteBuyersAsync(TaskOrchestrationContext context, FlashSaleReference input)
    {
        var sweep = new BuyerSweep(input.FlashSaleId, context.Now(), Position: null);
        do
        {
            sweep = await context.CallActivityAsync<BuyerSweep>(nameof(BuyerInvitations.InviteBuyers), sweep, Stubborn.Activity);
        }
        while (sweep.Position is not null);
    }
}
