using Community.Selling;
using Community.Selling.Conversions;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask;

namespace FunctionsApp.Selling.Conversions;

/// <summary>The steps of a whole conversion. Orchestrator code: every fact comes from an activity, every effect goes through one.</summary>
public sealed class ConversionSteps(TaskOrchestrationContext context, ConversionReference input)
{
    // Shops tell of what was paid before the closing within the hour.
    static readonly TimeSpan LateOrders = TimeSpan.FromHours(1);

    readonly WorkflowWaits waits = new(context);

    /// <summary>Every group with its arm.</summary>
    public Task<IReadOnlyList<ConversionGroup>> AssignArmsAsync() =>
        context.CallActivityAsync<IReadOnlyList<ConversionGroup>>(nameof(ConversionActivities.PrepareConversion), input, ActivityRetry.Patient);

    /// <summary>Starts the sequence of each group; complete when all have ended.</summary>
    public Task RunGroups(IReadOnlyList<ConversionGroup> groups) => Task.WhenAll(groups.Select(group => context.CallSubOrchestratorAsync(
        nameof(WarmUpThenLinkOrchestrator), group, new SubOrchestrationOptions(instanceId: SellingInstanceIds.ConversionGroup(group.ConversionId, group.GroupId)))));

    /// <summary>Passes on every change to the groups until they have ended, and shows where the conversion stands.</summary>
    public async Task PassOnChangesUntilAsync(Task groups)
    {
        var conversion = await ReadAsync();
        while (!groups.IsCompleted)
        {
            var next = StepRules.NextDue(conversion, context.Now());
            var status = new WorkflowStatus(ConversionStepNames.Awaiting(next?.Step), next?.At, [WorkflowEvents.SoldOut], conversion.HeldAt is not null);
            var signal = await waits.WaitAsync(status, next?.At, groups);
            conversion = signal is null
                ? await ReadAsync()
                : await context.CallActivityAsync<Conversion>(
                    nameof(ConversionActivities.ApplyConversionSignal), new ConversionSignalInput(input.ConversionId, signal.Name, context.Now()), ActivityRetry.Patient);
        }
    }

    /// <summary>Writes down what the conversion brought.</summary>
    public async Task RecordResultsAsync()
    {
        waits.Show("settling");
        await context.CallActivityAsync(nameof(ConversionActivities.RecordConversionResults), input, ActivityRetry.Patient);
        waits.Show("settled");
    }

    /// <summary>What was ordered in time may be told late.</summary>
    public Task WaitForLateOrdersAsync()
    {
        var until = context.Now() + LateOrders;
        waits.Show("awaiting-late-orders", until);
        return context.CreateTimer(until.UtcDateTime, CancellationToken.None);
    }

    Task<Conversion> ReadAsync() => context.CallActivityAsync<Conversion>(nameof(ConversionActivities.ReadConversion), input, ActivityRetry.Patient);
}
