using Azure;
using LocalRuntime.DurableTask.History;
using LocalRuntime.DurableTask.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.DurableTask.Engine;

/// <summary>The client of the instances in one store.</summary>
sealed class EmbeddedDurableTaskClient(EngineParts parts, InstanceWatch watch, Action wake) : DurableTaskClient
{
    // Turns taken by this process are seen at once; this is for those of another process on the same store, hence real time.
    static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var instanceId = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        HashSet<OrchestrationRuntimeStatus> dedupe = [.. (options?.DedupeStatuses ?? []).Select(name => Enum.Parse<OrchestrationRuntimeStatus>(name, ignoreCase: true))];
        var started = new ExecutionStarted(Guid.NewGuid().ToString("N"), orchestratorName, OrchestrationJson.Serialize(input), null);
        var now = parts.Now;
        var startAt = options?.StartAt is { } at && at.UtcDateTime > now ? at.UtcDateTime : now;
        var existing = await ChangeAsync(
            instanceId, connection => Starts.Start(connection, instanceId, started, now, startAt, instance => dedupe.Contains(instance.Status)));
        return existing is null
            ? instanceId
            : throw new OrchestrationAlreadyExistsException($"An orchestration with the id '{instanceId}' exists already; it is {existing.Status}.");
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new EventRaised(eventName, OrchestrationJson.Serialize(eventPayload)), cancellation);

    public override Task TerminateInstanceAsync(string instanceId, object? output, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var message = new ExecutionTerminated(OrchestrationJson.Serialize(output));
        return ChangeAsync(instanceId, connection => Inbox.SendAtOnce(connection, instanceId, parts.Now, message));
    }

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new ExecutionSuspended(reason), cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new ExecutionResumed(reason), cancellation);

    public override Task<OrchestrationMetadata?> GetInstanceAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(parts.Store.Read(connection => MetadataQueries.Find(connection, instanceId, getInputsAndOutputs)));

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, getInputsAndOutputs, instance => instance.RuntimeStatus != OrchestrationRuntimeStatus.Pending, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, getInputsAndOutputs, instance => instance.IsCompleted, cancellation);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => new InstancePages(parts.Store, filter ?? new OrchestrationQuery());

    public override async Task<PurgeResult> PurgeInstanceAsync(string instanceId, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return new PurgeResult(await ChangeAsync(instanceId, connection => Purges.One(connection, instanceId)));
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(PurgeInstancesFilter filter, CancellationToken cancellation = default)
    {
        var purged = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var some = await parts.Store.WriteAsync(connection => Purges.Some(connection, filter));
            if (some == 0) return new PurgeResult(purged);
            purged += some;
        }
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    Task<bool> SendAsync(string instanceId, HistoryEvent message, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return ChangeAsync(instanceId, connection => Inbox.Send(connection, instanceId, null, parts.Now, message));
    }

    async Task<T> ChangeAsync<T>(string instanceId, Func<SqliteConnection, T> change)
    {
        using var lease = parts.Gauge.Enter();
        var result = await parts.Store.WriteAsync(change);
        watch.Changed(instanceId);
        wake();
        return result;
    }

    async Task<OrchestrationMetadata> WaitAsync(string instanceId, bool getInputsAndOutputs, Func<OrchestrationMetadata, bool> reached, CancellationToken cancellation)
    {
        Task? change = null;
        while (true)
        {
            var instance = await GetInstanceAsync(instanceId, getInputsAndOutputs, cancellation)
                ?? throw new InvalidOperationException($"There is no orchestration with the id '{instanceId}'.");
            if (reached(instance)) return instance;
            if (change is null or { IsCompleted: true })
            {
                // Watched from now on, so what happens after the next look is not missed.
                change = watch.NextChange(instanceId);
                continue;
            }

            await Task.WhenAny(change, Task.Delay(LookAgain, TimeProvider.System, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
