using Community.Lifecycle;
using FunctionsApp.Lifecycle.Dissolutions;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>A flash group and its sale; null when it has none.</summary>
public sealed record FlashGroupReference(string? FlashSaleId, string GroupId);

/// <summary>
/// The orchestration of a flash group from its creation to its dissolution. Until the sale is over, every wait ends
/// early when the sale is edited, closed, sold out or held. An overdue dissolution becomes a staff task that escalates
/// until the group is dissolved.
/// </summary>
public static class FlashGroupOrchestrator
{
    [Function(nameof(FlashGroupOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, FlashGroupReference input)
    {
        // All steps share the waits, because a wait that an earlier step leaves behind would consume the event of a
        // later one.
        var (waits, recorder) = (new WorkflowWaits(context), new FlashGroupRecorder(context, input));
        var steps = new FlashGroupSteps(context, input, waits, recorder);
        var cause = LifecycleInstanceIds.FlashGroup(input.GroupId);
        var dissolution = new GroupDissolution(context, input.GroupId, cause, waits, recorder.RecordAsync);

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
