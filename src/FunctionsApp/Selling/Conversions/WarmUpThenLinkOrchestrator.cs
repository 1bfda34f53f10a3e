using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Selling.Conversions;

/// <summary>
/// The orchestration of one group of a conversion. It waits for the instant of each step, which the operator may move,
/// and while the conversion is held. It passes over a step that is sold out, skipped, cancelled or overtaken.
/// </summary>
public static class WarmUpThenLinkOrchestrator
{
    [Function(nameof(WarmUpThenLinkOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, WarmUpThenLinkInput input)
    {
        var steps = new WarmUpThenLinkSteps(context, input);

        await steps.WarmUpAsync();
        await steps.SendLinkAsync();
        await steps.SendLastCallAsync();
        await steps.CloseAsync();
        await steps.FinishMessagesAsync();
    }
}
