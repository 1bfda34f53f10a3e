using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Selling.Conversions;

/// <summary>
/// One group of a conversion. Before each step it waits for the step's instant, wherever the operator moves it, as long as the conversion is held, and
/// passes over it where it has become pointless: sold out, skipped, cancelled, or overtaken.
/// </summary>
public static class WarmUpThenLinkOrchestrator
{
    /// <summary>The sequence; ends after the closing words.</summary>
    [Function(nameof(WarmUpThenLinkOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, ConversionGroup input)
    {
        var steps = new WarmUpThenLinkSteps(context, input);

        await steps.WarmUpAsync();
        await steps.SendLinkAsync();
        await steps.SendLastCallAsync();
        await steps.CloseAsync();
        await steps.FinishMessagesAsync();
    }
}
