using System.Collections.Concurrent;

namespace Simulation.Commands;

/// <summary>A worker for each core.</summary>
static class Workers
{
    // What a dead life leaves in memory is little, but many seeds leave much.
    const int SeedsPerProcess = 400;

    /// <summary>Does all the work; the results as they come. <paramref name="goOn"/> answers false to end before all is done.</summary>
    public static async Task RunAsync(IEnumerable<WorkItem> work, Func<WorkResult, bool> goOn, int? most = null)
    {
        var queue = new ConcurrentQueue<WorkItem>(work);
        var sync = new Lock();
        var ended = false;
        await Task.WhenAll(Enumerable.Range(0, most ?? Environment.ProcessorCount).Select(_ => Task.Run(WorkAsync)));

        async Task WorkAsync()
        {
            while (!ended && !queue.IsEmpty)
            {
                using var worker = new WorkerProcess();
                for (var seeds = 0; seeds < SeedsPerProcess && !ended && queue.TryDequeue(out var next); seeds++)
                {
                    var done = await worker.RunAsync(next);
                    lock (sync) ended |= !goOn(done);
                }
            }
        }
    }

    /// <summary>Does one piece of work.</summary>
    public static async Task<WorkResult> RunAsync(WorkItem work)
    {
        using var worker = new WorkerProcess();
        return await worker.RunAsync(work);
    }
}
