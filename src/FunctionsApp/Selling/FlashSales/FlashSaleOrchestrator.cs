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

    static readonly string[] Heeded = [SequenceEvents.Cancel, SequenceEvents.Hold, SequenceEvents.Resume, SequenceEvents.SoldOut];

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

        for (var events = 0; events < EventsPerGeneration || sequence.HasUnheard; events++)
        {
            var sale = await context.CallActivityAsync<FlashSaleOutlook>(
                nameof(FlashSaleActivities.ReadFlashSale), new FlashSaleMoment(input.FlashSaleId, context.Now()), Stubborn.Activity);
            // Once after the farewells, and once more for those who paid late.
            if (sale.WantsBuyersInvited && (sale.IsGone || (sale.IsSaid && !input.IsInvited))) await InviteBuyersAsync(context, input);
            if (sale.IsGone)
            {
                sequence.Show("dissolved");
                return;
            }

            input = input with { IsStarted = true, IsInvited = sale.IsSaid };
            context.SetCustomStatus(sale.Status);
            var heard = await sequence.HearAsync(sale.NextAt ?? context.Now() + SecondLook, [.. Heeded, SequenceEvents.Edit, FlashSaleNews.GroupMoved]);
            if (heard is null || !Heeded.Contains(heard.Name)) continue;
            var word = new FlashSaleWord(input.FlashSaleId, heard.Name, context.Now());
            await context.CallActivityAsync(nameof(FlashSaleActivities.HeedFlashSaleEvent), word, Stubborn.Activity);
        }

        context.ContinueAsNew(input);
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
