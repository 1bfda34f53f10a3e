using Community.Selling;
using Community.Selling.Conversions;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask;

namespace FunctionsApp.Selling.Conversions;

/// <summary>
/// The steps of <see cref="ConversionOrchestrator"/>. Every fact and every effect goes through an activity.
/// </summary>
public sealed class ConversionSteps(TaskOrchestrationContext context, ConversionReference input)
{
    // Shops report orders that were paid before the closing within an hour.
    static readonly TimeSpan LateOrderWindow = TimeSpan.FromHours(1);

    readonly WorkflowWaits waits = new(context);

    /// <summary>Stores the stock, assigns the arms and reads the conversion.</summary>
    public Task<PreparedConversion> PrepareAsync() => context.CallActivityAsync<PreparedConversion>(
        nameof(ConversionActivities.PrepareConversion), input, ActivityRetry.Patient);

    /// <summary>Starts the orchestration of each group. The task completes when all of them have ended.</summary>
    public Task RunGroups(PreparedConversion prepared) =>
        Task.WhenAll(prepared.Groups.Select(group => RunGroup(group, prepared.Conversion)));

    /// <summary>
    /// Passes every change on to the groups until they have ended, and shows the next step in the status. The instant
    /// of a step changes nothing but the status, which follows from the conversion that was read last.
    /// </summary>
    public async Task PassOnChangesUntilAsync(Task groups, Conversion conversion)
    {
        while (!groups.IsCompleted)
        {
            var next = StepRules.NextDue(conversion, context.Now());
            var step = ConversionStepNames.WaitFor(next?.Step);
            var status = new WorkflowStatus(step, next?.At, [WorkflowEvents.SoldOut], conversion.HeldAt is not null);
            if (await waits.WaitAsync(status, next?.At, groups) is { } signal) conversion = await ApplyAsync(signal);
        }
    }

    /// <summary>Stores the results of the conversion.</summary>
    public async Task RecordResultsAsync()
    {
        waits.Show("settling");
        await context.CallActivityAsync(
            nameof(ConversionActivities.RecordConversionResults), input, ActivityRetry.Patient);
        waits.Show("settled");
    }

    /// <summary>Waits for reports of orders that were placed before the closing.</summary>
    public Task WaitForLateOrdersAsync()
    {
        var until = context.Now() + LateOrderWindow;
        waits.Show("awaiting-late-orders", until);
        return context.CreateTimer(until.UtcDateTime, CancellationToken.None);
    }

    Task RunGroup(ConversionGroup group, Conversion conversion)
    {
        var first = group.Arm is Arm.LinkOnly ? ConversionStep.Link : ConversionStep.WarmUp;
        return context.CallSubOrchestratorAsync(
            nameof(WarmUpThenLinkOrchestrator),
            new WarmUpThenLinkInput(group, StepRules.WaitFor(first, conversion, context.Now())),
            new SubOrchestrationOptions(
                instanceId: SellingInstanceIds.ConversionGroup(group.ConversionId, group.GroupId)));
    }

    Task<Conversion> ApplyAsync(ReceivedSignal signal) => context.CallActivityAsync<Conversion>(
        nameof(ConversionActivities.ApplyConversionSignal),
        new ConversionSignalInput(input.ConversionId, signal.Name, context.Now()),
        ActivityRetry.Patient);
}
