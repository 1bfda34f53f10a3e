using Community.Selling.FlashSales;
using FunctionsApp.Lifecycle.Dissolutions;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>What the operator is shown of a group: noted when it changes, and only then. Orchestrator code.</summary>
public sealed class FlashGroupRecorder(TaskOrchestrationContext context, FlashGroupReference input)
{
    FlashGroup? noted;

    /// <summary>How far the group's dissolution is.</summary>
    public Task RecordAsync(DissolutionProgress progress) => progress.IsDissolved
        ? RecordAsync(FlashSaleState.Dissolved, waitingFor: null)
        : RecordAsync(FlashSaleState.Dissolving, progress.TaskId is null ? FlashGroupWait.Channel : FlashGroupWait.Staff, progress.TaskId);

    /// <summary>How far the group is, and what or who brings it on.</summary>
    public async Task RecordAsync(FlashSaleState state, FlashGroupWait? waitingFor, string? taskId = null)
    {
        var standing = new FlashGroup(input.GroupId, state, waitingFor, taskId);
        if (input.FlashSaleId is not { } sale || standing == noted) return;
        noted = standing;
        await context.CallActivityAsync(nameof(FlashGroupActivities.RecordFlashGroup), new RecordFlashGroupInput(sale, standing, context.Now()), ActivityRetry.Patient);
    }
}
