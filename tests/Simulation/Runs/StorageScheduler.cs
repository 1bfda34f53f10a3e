using Simulation.Faults;
using Simulation.Lives;

namespace Simulation.Runs;

/// <summary>A request of some life that waits to reach the storage or the channel.</summary>
sealed record StorageCall(AppInstance Life, string What, bool IsWrite, Func<FaultKind, Task> PassAsync);

/// <summary>Every request that waits, of all lives. The run lets one through at a time, and everything that follows from it happens before the next.</summary>
sealed class StorageScheduler
{
    readonly List<StorageCall> waiting = [];

    public int Count => waiting.Count;

    /// <summary>The answer, once the run has let the request through.</summary>
    public Task<T> WaitAsync<T>(AppInstance life, string what, bool isWrite, Func<FaultKind, Task<T>> passAsync)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Add(new StorageCall(life, what, isWrite, PassAsync));
        return answer.Task;

        async Task PassAsync(FaultKind fault)
        {
            try
            {
                answer.SetResult(await passAsync(fault));
            }
#pragma warning disable CA1031 // whatever it is, it is the answer
            catch (Exception failure)
#pragma warning restore CA1031
            {
                answer.SetException(failure);
            }
        }
    }

    /// <summary>Takes one of those that wait.</summary>
    public StorageCall Take(int index)
    {
        var taken = waiting[index];
        waiting.RemoveAt(index);
        return taken;
    }

    /// <summary>What a dead life asked for is never answered.</summary>
    public void Forget(AppInstance life) => waiting.RemoveAll(crossing => crossing.Life == life);
}
