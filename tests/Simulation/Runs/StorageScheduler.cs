using Simulation.Faults;
using Simulation.Instances;

namespace Simulation.Runs;

/// <summary>A request of an app instance that waits to reach the storage or the channel.</summary>
sealed record StorageCall(AppInstance Instance, string Description, bool IsWrite, Func<FaultKind, Task> PassAsync);

/// <summary>
/// The waiting requests of all app instances. The run releases one at a time and waits until its consequences have run.
/// </summary>
sealed class StorageScheduler
{
    readonly List<StorageCall> waiting = [];

    public int Count => waiting.Count;

    /// <summary>Waits until the run releases the request, and returns its answer.</summary>
    public Task<T> WaitAsync<T>(
        AppInstance instance,
        string description,
        bool isWrite,
        Func<FaultKind, Task<T>> passAsync)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Add(new StorageCall(instance, description, isWrite, PassAsync));
        return answer.Task;

        async Task PassAsync(FaultKind fault)
        {
            try
            {
                answer.SetResult(await passAsync(fault));
            }
#pragma warning disable CA1031 // the exception is the answer
            catch (Exception failure)
#pragma warning restore CA1031
            {
                answer.SetException(failure);
            }
        }
    }

    /// <summary>Removes and returns a waiting request.</summary>
    public StorageCall Take(int index)
    {
        var taken = waiting[index];
        waiting.RemoveAt(index);
        return taken;
    }

    /// <summary>Drops the requests of a killed instance; they are never answered.</summary>
    public void Forget(AppInstance instance) => waiting.RemoveAll(call => call.Instance == instance);
}
