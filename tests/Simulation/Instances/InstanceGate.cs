using LocalRuntime.Storage;
using LocalRuntime.Store;
using LocalRuntime.Tables.Entities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Simulation.Faults;
using Simulation.Runs;

namespace Simulation.Instances;

/// <summary>
/// Holds the requests of one app instance to storage until the run releases them, and applies the fault of each.
/// The storage client retries on the simulated clock; each of its attempts waits here.
/// </summary>
sealed class InstanceGate(World world, AppInstance instance) : IStorageGate
{
    static readonly StorageError Busy = new(503, "ServerBusy", "The server is busy.");
    static readonly StorageError TimedOut = new(
        500,
        "OperationTimedOut",
        "Operation could not be completed within the permitted time.");

    // The client calls that fail in every attempt, with the error of each.
    readonly Dictionary<string, StorageError> failing = new(StringComparer.Ordinal);

    public Task<T> PassAsync<T>(StorageRequest request, Func<Task<T>> perform, Func<StorageError, T> refuse)
    {
        if (!instance.IsAlive) return new TaskCompletionSource<T>().Task;
        // At its start the engine blocks while it takes over the work of a killed instance; these requests pass at
        // once.
        if (!world.IsGated || (!instance.IsStarted && request.Service == "durable")) return perform();
        var description = $"{request.Service} {request.Operation} {request.Target} {request.Key}";
        return world.Scheduler.WaitAsync(instance, description, request.IsWrite, async fault =>
        {
            if (failing.TryGetValue(request.Id, out var error)) return refuse(error);
            switch (fault)
            {
                case FaultKind.Unavailable:
                    Fail(request, Busy);
                    return refuse(Busy);
                case FaultKind.AnswerLost:
                    await PerformAsync(request, perform);
                    return request.Id.Length > 0
                        ? throw new IOException("The connection was closed before the answer came.")
                        : await PerformAsync(request, perform);
                case FaultKind.TimedOut:
                    await PerformAsync(request, perform);
                    Fail(request, TimedOut);
                    return refuse(TimedOut);
                default:
                    return await PerformAsync(request, perform);
            }
        });
    }

    public IReadOnlyList<EntityWrite> Alter(string table, IReadOnlyList<EntityWrite> writes) =>
        world.Planted?.AlterWrites(table, writes) ?? writes;

    void Fail(StorageRequest request, StorageError error)
    {
        if (request.Id.Length > 0) failing[request.Id] = error;
    }

    async Task<T> PerformAsync<T>(StorageRequest request, Func<Task<T>> perform)
    {
        var result = await perform();
        world.Planted?.AfterRequest(
            world.Store,
            request,
            instance.Services.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(LogFault)));
        return result;
    }
}
