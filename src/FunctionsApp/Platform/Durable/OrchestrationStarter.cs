using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Platform.Durable;

/// <summary>Starts sequences once.</summary>
public static class OrchestrationStarter
{
    /// <summary>Starts the instance unless it was ever started, whether it still runs or ended in whatever way.</summary>
    public static async Task EnsureStartedAsync(this DurableTaskClient durable, string name, string instanceId, object input)
    {
        var once = new StartOrchestrationOptions(instanceId).WithDedupeStatuses(
            OrchestrationRuntimeStatus.Pending,
            OrchestrationRuntimeStatus.Running,
            OrchestrationRuntimeStatus.Suspended,
            OrchestrationRuntimeStatus.Completed,
            OrchestrationRuntimeStatus.Failed,
            OrchestrationRuntimeStatus.Terminated);
        try
        {
            await durable.ScheduleNewOrchestrationInstanceAsync(name, input, once);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // started before, which is all that is wanted
        }
    }
}
