using Community.FlashSales;
using FunctionsApp.Sequences;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.FlashSales;

/// <summary>Which sale, and its group.</summary>
public sealed record FlashSaleReference(string FlashSaleId, string GroupId);

/// <summary>
/// A flash group's whole life. Until it closes, every wait ends early when the operator edits or cancels; from then on nothing stops it
/// but the group's end: past its deadline a staff task escalates until the group is gone.
/// </summary>
public static class FlashGroupOrchestrator
{
    /// <summary>The sequence; ends when the group is dissolved.</summary>
    [Function(nameof(FlashGroupOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, FlashSaleReference input)
    {
        var story = new FlashGroupStory(context, input);

        if (!await story.IsDissolvingAsync())
        {
            await story.MakeWayInAsync();
            await story.AdvanceAsync(FlashSaleState.Gathering);
            await story.WaitForOpeningAsync();
            await story.AdvanceAsync(FlashSaleState.Open);
            await story.WaitForClosingAsync();

            await story.AdvanceAsync(FlashSaleState.Closing);
            await story.CloseCodeAsync();
            await story.SayFarewellAsync();
            await story.AdvanceAsync(FlashSaleState.Dissolving);
        }

        if (await story.DissolveAsync()) await story.AdvanceAsync(FlashSaleState.Dissolved);
        else context.ContinueAsNew(input);
    }
}
