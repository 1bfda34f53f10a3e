using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask;

/// <summary>What an orchestrator sees and may ask for. It is used on the orchestrator's own thread only.</summary>
public abstract class TaskOrchestrationContext
{
    /// <summary>The orchestrator's name.</summary>
    public abstract TaskName Name { get; }

    /// <summary>The instance's id.</summary>
    public abstract string InstanceId { get; }

    /// <summary>Null for an orchestration that no other one started.</summary>
    public abstract ParentOrchestrationInstance? Parent { get; }

    /// <summary>The time of the turn, the same on every replay.</summary>
    public abstract DateTime CurrentUtcDateTime { get; }

    /// <summary>True while the code repeats what it has done before.</summary>
    public abstract bool IsReplaying { get; }

    /// <summary>Always empty: orchestrations are not versioned.</summary>
    public virtual string Version => string.Empty;

    /// <summary>The input, or the default when there is none.</summary>
    public abstract T? GetInput<T>();

    /// <summary>Runs an activity at least once and returns its result; throws <see cref="TaskFailedException"/> when it fails.</summary>
    public abstract Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null);

    /// <summary>Runs an activity at least once; throws <see cref="TaskFailedException"/> when it fails.</summary>
    public virtual Task CallActivityAsync(TaskName name, object? input = null, TaskOptions? options = null) =>
        CallActivityAsync<object>(name, input, options);

    /// <summary>Completes not before <paramref name="delay"/> has passed.</summary>
    public virtual Task CreateTimer(TimeSpan delay, CancellationToken cancellationToken) =>
        CreateTimer(CurrentUtcDateTime.Add(delay), cancellationToken);

    /// <summary>Completes not before <paramref name="fireAt"/> (UTC).</summary>
    public abstract Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken);

    /// <summary>The payload of the next event of that name, also of one that came before the wait.</summary>
    public abstract Task<T?> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default);

    /// <summary>The same with an end: throws <see cref="TaskCanceledException"/> when <paramref name="timeout"/> passes first.</summary>
    public async Task<T?> WaitForExternalEvent<T>(string eventName, TimeSpan timeout)
    {
        using var timerCancellation = new CancellationTokenSource();
        using var eventCancellation = new CancellationTokenSource();
        var timer = CreateTimer(timeout, timerCancellation.Token);
        var raised = WaitForExternalEvent<T>(eventName, eventCancellation.Token);
#pragma warning disable CA1849, MA0042 // CancelAsync continues on the thread pool, which an orchestrator must not
        if (await Task.WhenAny(timer, raised) == raised) timerCancellation.Cancel();
        else eventCancellation.Cancel();
#pragma warning restore CA1849, MA0042
        return await raised;
    }

    /// <summary>Sends an event to another instance; one that does not exist loses it silently.</summary>
    public abstract void SendEvent(string instanceId, string eventName, object payload);

    /// <summary>Shows <paramref name="customStatus"/> to whoever asks for the instance.</summary>
    public abstract void SetCustomStatus(object? customStatus);

    /// <summary>Starts an orchestration and waits for its result; throws <see cref="TaskFailedException"/> when it fails.</summary>
    public abstract Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null);

    /// <summary>Starts an orchestration and waits for its end; throws <see cref="TaskFailedException"/> when it fails.</summary>
    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        CallSubOrchestratorAsync<object>(orchestratorName, input, options);

    /// <summary>Once the orchestrator returns, begins it anew with a new input and an empty history.</summary>
    public abstract void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true);

    /// <summary>A GUID that is the same on every replay.</summary>
    public abstract Guid NewGuid();

    /// <summary>A logger that is silent during replay.</summary>
    public abstract ILogger CreateReplaySafeLogger(string categoryName);

    /// <summary>A logger that is silent during replay.</summary>
    public virtual ILogger CreateReplaySafeLogger(Type type) => CreateReplaySafeLogger(type.FullName!);

    /// <summary>A logger that is silent during replay.</summary>
    public virtual ILogger CreateReplaySafeLogger<T>() => CreateReplaySafeLogger(typeof(T));
}
