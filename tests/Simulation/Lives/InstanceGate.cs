using LocalRuntime.Storage;
using LocalRuntime.Store;
using LocalRuntime.Tables.Entities;
using Simulation.Faults;
using Simulation.Runs;

namespace Simulation.Lives;

/// <summary>
/// Where the requests of one app instance to storage wait until the run lets one through, and where it is decided what becomes of each.
/// The storage client retries by itself, on the simulated clock: each of its attempts waits here.
/// </summary>
sealed class InstanceGate(World world, AppInstance life) : IStorageGate
{
    static readonly StorageError Busy = new(503, "ServerBusy", "The server is busy.");
    static readonly StorageError TimedOut = new(500, "OperationTimedOut", "Operation could not be completed within the permitted time.");

    // Client calls that fail in every attempt, and what they are answered.
    readonly Dictionary<string, StorageError> failing = new(StringComparer.Ordinal);

    public Task<T> PassAsync<T>(StorageRequest request, Func<Task<T>> perform, Func<StorageError, T> refuse)
    {
        if (!life.IsAlive) return new TaskCompletionSource<T>().Task;
        // The engine takes over what a dead instance held before it starts, and blocks while it does: at one stroke. The app's own start can fail.
        if (!world.IsGated || (!life.IsUp && request.Service == "durable")) return perform();
        var what = $"{request.Service} {request.Operation} {request.Target} {request.Key}";
        return world.Crossings.WaitAsync(life, what, request.IsWrite, async fault =>
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

    public IReadOnlyList<EntityWrite> Alter(string table, IReadOnlyList<EntityWrite> writes) => world.Planted?.Alter(table, writes) ?? writes;

    void Fail(StorageRequest request, StorageError error)
    {
        if (request.Id.Length > 0) failing[request.Id] = error;
    }

    async Task<T> PerformAsync<T>(StorageRequest request, Func<Task<T>> perform)
    {
        var result = await perform();
        world.Planted?.After(world.Store, request);
        return result;
    }
}
