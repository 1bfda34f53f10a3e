using Community.Selling.FlashSales;
using FunctionsApp.Lifecycle.Dissolutions;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>Records the progress of a group when it changes. It runs in the orchestration of the group.</summary>
public sealed class FlashGroupRecorder(TaskOrchestrationContext context, FlashGroupReference input)
{
    FlashGroup? recorded;

    public Task RecordAsync(DissolutionProgress progress) => progress.IsDissolved
        ? RecordAsync(FlashSaleState.Dissolved, waitingFor: null)
        : RecordDeliveryAsync(FlashSaleState.Dissolving, progress.TaskId);

    /// <summary>Records that the group waits for a delivery, by staff when there is a task.</summary>
    public Task RecordDeliveryAsync(FlashSaleState state, string? taskId) =>
        RecordAsync(state, taskId is null ? FlashGroupWait.Channel : FlashGroupWait.Staff, taskId);

    public async Task RecordAsync(FlashSaleState state, FlashGroupWait? waitingFor, string? taskId = null)
    {
        var progress = new FlashGroup(input.GroupId, state, waitingFor, taskId);
        if (input.FlashSaleId is not { } sale || progress == recorded) return;
        recorded = progress;
        var record = new RecordFlashGroupInput(sale, progress, context.Now());
        await context.CallActivityAsync(nameof(FlashGroupActivities.RecordFlashGroup), record, ActivityRetry.Patient);
    }
}
