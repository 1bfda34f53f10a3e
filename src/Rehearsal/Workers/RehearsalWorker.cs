using System.Text.Json;
using Rehearsal.Hosting;
using Rehearsal.Runs;

namespace Rehearsal.Workers;

/// <summary>Plays seeds in its own process, until its input ends.</summary>
static class RehearsalWorker
{
    /// <summary>The argument that makes a process a worker.</summary>
    public const string Role = "--rehearsal-worker";

    public static async Task<int> ServeAsync(AppBuilder build)
    {
        SingleThread.Check();
        WorkerSubject? subject = null;
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var request = JsonSerializer.Deserialize<WorkerRequest>(line)!;
            subject = request.Subject ?? subject;
            if (request is { Seed: null, Check: null }) continue;
            await WriteAsync(await Task.Run(() => WorkAsync(build, subject, request)));
        }

        return 0;
    }

    static async Task<WorkerAnswer> WorkAsync(AppBuilder build, WorkerSubject? subject, WorkerRequest request)
    {
        try
        {
            return request.Check is { } check
                ? new WorkerAnswer { Faults = await PlansCheck.FindFaultsAsync(build, check) }
                : new WorkerAnswer { Result = await PlayAsync(build, subject!.ToRequest(), request.Seed!) };
        }
#pragma warning disable CA1031 // an exception is the answer, and the next line is read
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return new WorkerAnswer { Failure = failure.ToString() };
        }
    }

    static async Task<RunResult> PlayAsync(AppBuilder build, RehearsalRequest request, WorkerSeed seed)
    {
        RunResult? result = null;
        await RehearsalRun.PlayAsync(
            build,
            request,
            seed.Number,
            share => _ = WriteAsync(new WorkerAnswer { Progress = share }),
            async world => result = await new RunReader(world).ReadAsync(seed.IsDetailed));
        return result!;
    }

    static Task WriteAsync(WorkerAnswer answer) => Console.Out.WriteLineAsync(JsonSerializer.Serialize(answer));
}
