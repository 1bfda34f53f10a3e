using LocalRuntime.Accounts;
using LocalRuntime.Store;
using LocalRuntime.Tables;
using Simulation.Faults;
using Simulation.Runs;

namespace Simulation.Lives;

/// <summary>Where a life's requests to storage wait until the run lets one through, and where it decides what becomes of each.</summary>
sealed class InstanceGate(World world, AppInstance life) : IStorageGate
{
    static readonly StorageError Busy = new(503, "ServerBusy", "The server is busy.");
    static readonly StorageError TimedOut = new(500, "OperationTimedOut", "Operation could not be completed within the permitted time.");

    public Task<T> PassAsync<T>(StorageRequest request, Func<Task<T>> perform, Func<StorageError, T> refuse)
    {
        if (!life.IsAlive) return new TaskCompletionSource<T>().Task;
        // The engine takes over what the dead held before it starts, and blocks while it does: at one stroke. The app's own start is as mortal as the rest.
        if (!world.IsGated || (!life.IsUp && request.Service == "durable")) return perform();
        var what = $"{request.Service} {request.Operation} {request.Target} {request.Key}";
        return world.Crossings.WaitAsync(life, what, request.IsWrite, async fault =>
        {
            switch (fault)
            {
                case FaultKind.Unavailable:
                    return refuse(Busy);
                case FaultKind.AnswerLost:
                    await PerformAsync(request, perform);
                    return await PerformAsync(request, perform); // the client's own second try meets what its first one did
                case FaultKind.TimedOut:
                    await PerformAsync(request, perform);
                    return refuse(TimedOut);
                default:
                    return await PerformAsync(request, perform);
            }
        });
    }

    public IReadOnlyList<EntityWrite> Alter(string table, IReadOnlyList<EntityWrite> writes) => world.Planted?.Alter(table, writes) ?? writes;

    async Task<T> PerformAsync<T>(StorageRequest request, Func<Task<T>> perform)
    {
        var result = await perform();
        world.Planted?.After(world.Store, request);
        return result;
    }
}
