using Azure;

namespace Microsoft.DurableTask.Client;

/// <summary>Starts orchestrations, speaks to them and asks about them.</summary>
public abstract class DurableTaskClient : IAsyncDisposable
{
    /// <summary>
    /// Starts an instance and returns its id. An existing instance of that id is replaced (terminated first while it runs), unless
    /// its status is a dedupe status: then <see cref="OrchestrationAlreadyExistsException"/>.
    /// </summary>
    public abstract Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default);

    /// <summary>Raises an event; an instance that does not exist or has ended loses it silently.</summary>
#pragma warning disable CA1030 // an event of an orchestration, not of the class
    public abstract Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default);
#pragma warning restore CA1030

    /// <summary>The instance, or null.</summary>
    public abstract Task<OrchestrationMetadata?> GetInstanceAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default);

    /// <summary>The instance once it has taken its first turn.</summary>
    public abstract Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default);

    /// <summary>The instance once it has ended.</summary>
    public abstract Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default);

    /// <summary>Ends an instance with <paramref name="output"/>; its activities that run are not stopped, and their results are ignored.</summary>
    public abstract Task TerminateInstanceAsync(string instanceId, object? output, CancellationToken cancellation = default);

    /// <summary>Lets an instance stand still; what reaches it meanwhile waits.</summary>
    public abstract Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default);

    /// <summary>Lets a suspended instance go on.</summary>
    public abstract Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default);

    /// <summary>The instances that match, in order of their ids.</summary>
    public abstract AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null);

    /// <summary>Forgets an instance that has ended.</summary>
    public abstract Task<PurgeResult> PurgeInstanceAsync(string instanceId, CancellationToken cancellation = default);

    /// <summary>Forgets the instances that have ended and match.</summary>
    public abstract Task<PurgeResult> PurgeAllInstancesAsync(PurgeInstancesFilter filter, CancellationToken cancellation = default);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();
}
