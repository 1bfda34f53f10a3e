using FunctionsApp.Lifecycle.Dissolutions;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>A flash group, and the sale that has it (null: none does).</summary>
public sealed record FlashGroupReference(string? FlashSaleId, string GroupId);

/// <summary>
/// A flash group's whole life. Until the sale is over, every wait ends early when the sale is edited, closed, sold out or held; from then on nothing stops
/// it but the group's end: past its deadline a staff task escalates until the group is gone.
/// </summary>
public static class FlashGroupOrchestrator
{
    /// <summary>The sequence; ends when the group is dissolved.</summary>
    [Function(nameof(FlashGroupOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, FlashGroupReference input)
    {
        // One sequence for all steps: a wait that an earlier step left behind would swallow the event of a later one.
        var (waits, recorder) = (new WorkflowWaits(context), new FlashGroupRecorder(context, input));
        var steps = new FlashGroupSteps(context, input, waits, recorder);
        var dissolution = new GroupDissolution(context, input.GroupId, waits, recorder.RecordAsync);

        if (!await steps.IsDissolvingAsync())
        {
            await steps.OpenAsync();
            await steps.WaitForOpeningAsync();
            var farewell = await steps.SellAsync();
            await steps.SendFarewellAsync(farewell);
        }

        if (!await dissolution.DissolveAsync()) context.ContinueAsNew(input);
    }
}
