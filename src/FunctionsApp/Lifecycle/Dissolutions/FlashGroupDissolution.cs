using Community.Groups;
using Community.Messaging.Channels;
using Community.Selling.FlashSales;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Selling.FlashSales;
using Microsoft.DurableTask;

namespace FunctionsApp.Lifecycle.Dissolutions;

/// <summary>
/// A flash group's end, by its own sequence or by its guardian: both bring about the same effects under the same names. Orchestrator code.
/// </summary>
public sealed class FlashGroupDissolution(TaskOrchestrationContext context, FlashGroupReference input, WorkflowWaits waits, FlashGroupRecorder recorder)
{
    // A platform confirms a dissolution within moments; after this a person looks.
    static readonly TimeSpan ConfirmationPatience = TimeSpan.FromMinutes(15);

    // The staff task reminds people; the story itself only looks whether an event was lost.
    static readonly TimeSpan SecondLook = TimeSpan.FromDays(1);

    // A month of looks a generation keeps the history short however long nobody dissolves the group.
    const int LooksPerGeneration = 30;

    readonly DeliverySteps effects = new(context);

    /// <summary>Dissolves the group and does not rest until it is confirmed; false when it is time for a generation with a new history.</summary>
    public async Task<bool> DissolveAsync()
    {
        waits.Show("dissolving");
        await context.CallActivityAsync(nameof(FlashGroupActivities.BeginDissolution), input, ActivityRetry.Patient);
        var request = FlashGroupDeliveries.Create(input.GroupId, "dissolve", ChannelAction.DissolveGroup, "", context.Now());
        var outcome = await effects.DeliverAsync(request);
        var asked = outcome.TaskId;
        for (var looks = 0; !await IsDissolvedAsync(); looks++)
        {
            if (looks == LooksPerGeneration) return false;
            await recorder.RecordAsync(FlashSaleState.Dissolving, asked is null ? FlashGroupWait.Channel : FlashGroupWait.Staff, asked);
            var until = outcome.CheckAgainAt ?? context.Now() + (asked is null ? ConfirmationPatience : SecondLook);
            var signal = await waits.WaitUntilAsync("awaiting-dissolution", until, WorkflowEvents.Dissolved, WorkflowEvents.StaffDone);
            outcome = await effects.DeliverAsync(request);
            asked ??= outcome.TaskId;
            if (signal is null && asked is null && outcome.IsOver)
            {
                asked = await context.CallActivityAsync<string>(
                    nameof(FlashGroupActivities.EscalateDissolution), new FlashGroupInput(input, context.Now()), ActivityRetry.Patient);
            }
        }

        if (!outcome.IsOver) await context.CallActivityAsync(nameof(FlashGroupActivities.RecordDissolution), input, ActivityRetry.Patient);
        if (asked is not null) await context.CallActivityAsync(nameof(FlashGroupActivities.WithdrawTask), asked, ActivityRetry.Patient);
        await recorder.RecordAsync(FlashSaleState.Dissolved, waitingFor: null);
        waits.Show("dissolved");
        return true;
    }

    async Task<bool> IsDissolvedAsync() =>
        await context.CallActivityAsync<GroupState>(nameof(FlashGroupActivities.ReadGroupState), input, ActivityRetry.Patient) is GroupState.Dissolved;
}
