using System.Collections.Concurrent;
using Rehearsal.Runs;

namespace Rehearsal.Workers;

/// <summary>
/// A worker for each core. Workers are kept, because the first seed of a process takes several times as long as later
/// ones: the code is compiled then.
/// </summary>
sealed class WorkerPool(WorkerProgram program) : IDisposable
{
    readonly ConcurrentBag<WorkerProcess> idle = [];
    readonly SemaphoreSlim places = new(Environment.ProcessorCount);

    /// <summary>Why the plans cannot be rehearsed from the instant on; empty when they can.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(byte[] plans, DateTimeOffset from)
    {
        var request = new WorkerRequest(Check: new WorkerCheck(plans, from));
        return (await RunAsync(subject: null, request, _ => { })).Faults!;
    }

    /// <summary>Plays a seed when a core is free.</summary>
    public async Task<RunResult> PlayAsync(WorkerSubject subject, WorkerSeed seed, Action<double> progress)
    {
        var answer = await RunAsync(subject, new WorkerRequest(Seed: seed), progress);
        progress(1);
        return answer.Result!;
    }

    public void Dispose()
    {
        while (idle.TryTake(out var worker)) worker.Dispose();
        places.Dispose();
    }

#pragma warning disable CA2000 // idle workers are kept; one that failed ends with its input
    async Task<WorkerAnswer> RunInWorkerAsync(
        WorkerSubject? subject, WorkerRequest request, Action<double> progress)
    {
        if (!idle.TryTake(out var worker)) worker = new WorkerProcess(program);
        var answer = await worker.RunAsync(subject, request, progress);
        idle.Add(worker);
        return answer;
    }
#pragma warning restore CA2000

    async Task<WorkerAnswer> RunAsync(WorkerSubject? subject, WorkerRequest request, Action<double> progress)
    {
        await places.WaitAsync();
        try
        {
            var answer = await RunInWorkerAsync(subject, request, progress);
            return answer.Failure is null ? answer : throw new InvalidOperationException(answer.Failure);
        }
        finally
        {
            places.Release();
        }
    }
}
