using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Platform.Durable;

/// <summary>Starts orchestrations once.</summary>
public static class OrchestrationStarter
{
    /// <summary>
    /// Starts the instance unless one of this id exists, in any status. A purged one no longer exists.
    /// </summary>
    public static async Task EnsureStartedAsync(
        this DurableTaskClient durable, string name, string instanceId, object input)
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
            // an earlier request started it
        }
    }
}
