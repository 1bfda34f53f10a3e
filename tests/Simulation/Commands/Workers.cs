using System.Collections.Concurrent;

namespace Simulation.Commands;

/// <summary>Runs a worker on each core.</summary>
static class Workers
{
    // Each killed instance leaves a little memory behind, which adds up over many seeds.
    const int SeedsPerProcess = 400;

    /// <summary>
    /// Runs all items and passes each result to <paramref name="continueAfter"/>, which returns false to stop.
    /// </summary>
    public static async Task RunAsync(
        IEnumerable<WorkItem> work,
        Func<WorkResult, bool> continueAfter,
        int? maxWorkers = null)
    {
        var queue = new ConcurrentQueue<WorkItem>(work);
        var sync = new Lock();
        var ended = false;
        await Task.WhenAll(
            Enumerable.Range(0, maxWorkers ?? Environment.ProcessorCount).Select(_ => Task.Run(WorkAsync)));

        async Task WorkAsync()
        {
            while (!ended && !queue.IsEmpty)
            {
                using var worker = new WorkerProcess();
                for (var seeds = 0; seeds < SeedsPerProcess && !ended && queue.TryDequeue(out var next); seeds++)
                {
                    var done = await worker.RunAsync(next);
                    lock (sync) ended |= !continueAfter(done);
                }
            }
        }
    }

    /// <summary>Runs one item in a new worker.</summary>
    public static async Task<WorkResult> RunAsync(WorkItem work)
    {
        using var worker = new WorkerProcess();
        return await worker.RunAsync(work);
    }
}
