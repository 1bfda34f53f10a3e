using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Platform.Durable;

/// <summary>Starts orchestrations once.</summary>
public static class OrchestrationStarter
{
    /// <summary>Starts the instance unless an instance of this id was ever started, in any status.</summary>
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
