using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Selling.Conversions;

/// <summary>
/// A whole conversion: it assigns the arms, has each group go its way, passes on what the operator changes, and gathers what it brought. Changes and
/// holds are stored before they are told, so what is heard here only has everybody read again.
/// </summary>
public static class ConversionOrchestrator
{
    /// <summary>The sequence; ends when the outcome is written down.</summary>
    [Function(nameof(ConversionOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, ConversionReference input)
    {
        var steps = new ConversionSteps(context, input);
        var groups = steps.RunGroups(await steps.AssignArmsAsync());

        await steps.PassOnChangesUntilAsync(groups);
        await groups;

        await steps.RecordResultsAsync();
        await steps.WaitForLateOrdersAsync();
        await steps.RecordResultsAsync();
    }
}
