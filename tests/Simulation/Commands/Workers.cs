using System.Collections.Concurrent;

namespace Simulation.Commands;

/// <summary>
/// Runs a worker on each core. Workers are kept for later calls, because the first seeds of a process take several
/// times as long as later ones: the code is compiled then.
/// </summary>
static class Workers
{
    // Each killed instance leaves a little memory behind, which adds up over many seeds.
    const int SeedsPerProcess = 400;

    static readonly ConcurrentBag<WorkerProcess> Idle = [];

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
                var worker = Take();
                while (worker.Played < SeedsPerProcess && !ended && queue.TryDequeue(out var next))
                {
                    var done = await worker.RunAsync(next);
                    lock (sync) ended |= !continueAfter(done);
                }

                Return(worker);
            }
        }
    }

    /// <summary>Runs the items at once, each in a kept worker, and returns the results in their order.</summary>
    public static Task<WorkResult[]> RunTogetherAsync(IEnumerable<WorkItem> work) =>
        Task.WhenAll(work.Select(RunInKeptWorkerAsync));

    static async Task<WorkResult> RunInKeptWorkerAsync(WorkItem work)
    {
        var worker = Take();
        var done = await worker.RunAsync(work);
        Return(worker);
        return done;
    }

    static WorkerProcess Take() => Idle.TryTake(out var idle) ? idle : new WorkerProcess();

    static void Return(WorkerProcess worker)
    {
        if (worker.Played < SeedsPerProcess) Idle.Add(worker);
        else worker.Dispose();
    }

    /// <summary>Runs one item in a worker that has played nothing before.</summary>
    public static async Task<WorkResult> RunAsync(WorkItem work)
    {
        using var worker = new WorkerProcess();
        return await worker.RunAsync(work);
    }
}
