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
        var story = new ConversionStory(context, input);
        var groups = story.RunGroups(await story.AssignArmsAsync());

        await story.PassOnChangesUntilAsync(groups);
        await groups;

        await story.SettleAsync();
        await story.WaitForLateOrdersAsync();
        await story.SettleAsync();
    }
}
