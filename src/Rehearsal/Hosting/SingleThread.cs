namespace Rehearsal.Hosting;

/// <summary>
/// A process whose thread pool has one thread, so that everything in it runs in one order and a run is deterministic.
/// </summary>
static class SingleThread
{
    /// <summary>The environment of such a process.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DOTNET_ThreadPool_ForceMaxWorkerThreads"] = "1",
            ["DOTNET_ThreadPool_ForceMinWorkerThreads"] = "1",
            ["DOTNET_TieredPGO"] = "0",
            // Code is optimized as soon as it proves hot, not after a pause in which nothing new is compiled.
            ["DOTNET_TC_CallCountingDelayMs"] = "0",
            // A third of the time of the first seeds is compilation, which this protection slows down.
            ["DOTNET_EnableWriteXorExecute"] = "0",
        };

    /// <summary>Throws <see cref="InvalidOperationException"/> in any other process.</summary>
    public static void Check()
    {
        ThreadPool.GetMaxThreads(out var threads, out _);
        if (threads != 1)
            throw new InvalidOperationException(
                $"The thread pool of a worker must have one thread; this one has {threads}.");
    }

    /// <summary>
    /// Completes when all work that is ready has run. The caller runs on the only thread of the pool, so nothing else
    /// runs when the queue is empty.
    /// </summary>
    public static async Task WaitUntilIdleAsync()
    {
        do
        {
            await Task.Yield();
        }
        while (ThreadPool.PendingWorkItemCount > 0);
    }
}
