using Community.Selling.FlashSales;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>What the operator is shown of a group: noted when it changes, and only then. Orchestrator code.</summary>
public sealed class FlashGroupRecorder(TaskOrchestrationContext context, FlashGroupReference input)
{
    FlashGroup? noted;

    /// <summary>How far the group is, and what or who brings it on.</summary>
    public async Task RecordAsync(FlashSaleState state, FlashGroupWait? waitingFor, string? taskId = null)
    {
        var standing = new FlashGroup(input.GroupId, state, waitingFor, taskId);
        if (input.FlashSaleId is not { } sale || standing == noted) return;
        noted = standing;
        await context.CallActivityAsync(nameof(FlashGroupActivities.RecordFlashGroup), new RecordFlashGroupInput(sale, standing, context.Now()), ActivityRetry.Patient);
    }
}
