using System.Text.Json;
using Rehearsal.Hosting;

namespace Rehearsal.Workers;

/// <summary>The program that is started as a worker; <paramref name="Arguments"/> come before the role.</summary>
sealed record WorkerProgram(string Path, params IReadOnlyList<string> Arguments)
{
    const string Dotnet = "dotnet";

    /// <summary>The program of this process.</summary>
    public static WorkerProgram Current { get; } =
        System.IO.Path.GetFileNameWithoutExtension(Environment.ProcessPath) == Dotnet
            ? new WorkerProgram(Dotnet, Environment.GetCommandLineArgs()[0])
            : new WorkerProgram(Environment.ProcessPath!);
}

/// <summary>A child process in the role of a worker.</summary>
sealed class WorkerProcess(WorkerProgram program) : IDisposable
{
    readonly SingleThreadProcess process = new(program.Path, [.. program.Arguments, RehearsalWorker.Role]);
    WorkerSubject? subject;

    /// <summary>
    /// Gives the worker something to do, of a subject where it is a seed, and returns its answer; progress is told
    /// meanwhile.
    /// </summary>
    public async Task<WorkerAnswer> RunAsync(WorkerSubject? about, WorkerRequest request, Action<double> progress)
    {
        if (about is not null && !ReferenceEquals(about, subject))
        {
            await WriteAsync(new WorkerRequest(about));
            subject = about;
        }

        await WriteAsync(request);
        while (await process.ReadLineAsync() is { } line)
        {
            var answer = JsonSerializer.Deserialize<WorkerAnswer>(line)!;
            if (answer.Progress is { } share) progress(share);
            else return answer;
        }

        throw new InvalidOperationException("A worker of the rehearsal ended.");
    }

    public void Dispose() => process.Dispose();

    Task WriteAsync(WorkerRequest request) => process.WriteLineAsync(JsonSerializer.Serialize(request));
}
