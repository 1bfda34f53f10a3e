using DurableTask.Core.Exceptions;

namespace LocalRuntime.DurableTask.Engine;

sealed class EmbeddedDurableTaskClient(EngineParts parts, InstanceWatch watch, Action wake)
    : DurableTaskClient("LocalRuntime")
{
    // Real time: the interval is for turns of other processes on the store; turns of this process are watched.
    static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        RefuseUnless(options is null or { Version: null, Tags.Count: 0 }, "StartOrchestrationOptions.Version and Tags");
        var instanceId = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        var dedupe = (options?.DedupeStatuses ?? []).Select(Status).ToHashSet();
        var executionId = Guid.NewGuid().ToString("N");
        var started = new ExecutionStarted(executionId, orchestratorName, OrchestrationJson.Serialize(input), null);
        var now = parts.Now;
        var startAt = options?.StartAt is { } at && at.UtcDateTime > now ? at.UtcDateTime : now;
        var existing = await ChangeAsync(instanceId, connection => InstanceStarter.Start(
            connection, instanceId, started, now, startAt, blocks: instance => dedupe.Contains(instance.Status)));
        return existing is null
            ? instanceId
            : throw new OrchestrationAlreadyExistsException(
                $"An orchestration with the id '{instanceId}' exists already; it is {existing.Status}.");
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new EventRaised(eventName, OrchestrationJson.Serialize(eventPayload)), cancellation);

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        RefuseUnless(options is not { Recursive: true }, "TerminateInstanceOptions.Recursive");
        var message = new ExecutionTerminated(OrchestrationJson.Serialize(options?.Output));
        return ChangeAsync(instanceId, connection => Inbox.SendAtOnce(connection, instanceId, parts.Now, message));
    }

    public override Task SuspendInstanceAsync(
        string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new ExecutionSuspended(reason), cancellation);

    public override Task ResumeInstanceAsync(
        string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new ExecutionResumed(reason), cancellation);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(parts.Store.Read(store => MetadataQueries.Find(store, instanceId, getInputsAndOutputs)));

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(
            instanceId, getInputsAndOutputs, instance => instance.RuntimeStatus != OrchestrationRuntimeStatus.Pending,
            cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, getInputsAndOutputs, instance => instance.IsCompleted, cancellation);

    /// <summary>The instances that match, by id. A continuation token is the last id of its page.</summary>
    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        var query = filter ?? new OrchestrationQuery();
        return Pageable.Create((continuation, size, _) =>
            Task.FromResult(ReadPage(query, continuation ?? query.ContinuationToken, size ?? query.PageSize)));
    }

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        RefuseUnless(options is not { Recursive: true }, "PurgeInstanceOptions.Recursive");
        var purged = await ChangeAsync(instanceId, connection => InstancePurger.Purge(connection, instanceId));
        return new PurgeResult(purged, isComplete: true);
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        RefuseUnless(options is not { Recursive: true }, "PurgeInstanceOptions.Recursive");
        for (var purged = 0; ;)
        {
            cancellation.ThrowIfCancellationRequested();
            var batch = await parts.Store.WriteAsync(connection => InstancePurger.PurgeBatch(connection, filter));
            if (batch == 0) return new PurgeResult(purged, isComplete: true);
            purged += batch;
        }
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static OrchestrationRuntimeStatus Status(string name) =>
        Enum.Parse<OrchestrationRuntimeStatus>(name, ignoreCase: true);

    static void RefuseUnless(bool supported, string option)
    {
        if (!supported) throw new NotSupportedException($"The local runtime does not support {option}.");
    }

    Page<OrchestrationMetadata> ReadPage(OrchestrationQuery query, string? after, int size)
    {
        var found = parts.Store.Read(connection => MetadataQueries.List(connection, query, after, size + 1));
        return found.Count > size ? new(found[..size], found[size - 1].InstanceId) : new(found);
    }

    Task<bool> SendAsync(string instanceId, HistoryEvent message, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return ChangeAsync(instanceId, store => Inbox.Send(store, instanceId, null, parts.Now, message));
    }

    async Task<T> ChangeAsync<T>(string instanceId, Func<SqliteConnection, T> change)
    {
        using var lease = parts.Gauge.Enter();
        var result = await parts.Store.WriteAsync(change);
        watch.Changed(instanceId);
        wake();
        return result;
    }

    async Task<OrchestrationMetadata> WaitAsync(
        string instanceId, bool payloads, Func<OrchestrationMetadata, bool> reached, CancellationToken cancellation)
    {
        Task? change = null;
        while (true)
        {
            var instance = await GetInstancesAsync(instanceId, payloads, cancellation)
                ?? throw new InvalidOperationException($"There is no orchestration with the id '{instanceId}'.");
            if (reached(instance)) return instance;
            if (change is null or { IsCompleted: true })
            {
                // The watch starts before the next read, so no change is missed.
                change = watch.NextChange(instanceId);
                continue;
            }

            await Task.WhenAny(change, Task.Delay(PollInterval, TimeProvider.System, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
