using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Selling.Conversions;

/// <summary>
/// The orchestration of a whole conversion: it assigns the arms, runs the orchestration of each group, passes on
/// changes and records the results. Changes are stored before it is notified, so a signal only makes the groups read
/// the conversion again.
/// </summary>
public static class ConversionOrchestrator
{
    [Function(nameof(ConversionOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, ConversionReference input)
    {
        var steps = new ConversionSteps(context, input);
        var prepared = await steps.PrepareAsync();
        var groups = steps.RunGroups(prepared);

        await steps.PassOnChangesUntilAsync(groups, prepared.Conversion);
        await groups;

        await steps.RecordResultsAsync();
        await steps.WaitForLateOrdersAsync();
        await steps.RecordResultsAsync();
    }
}
