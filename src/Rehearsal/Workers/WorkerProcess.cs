using System.Diagnostics;
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
sealed class WorkerProcess : IDisposable
{
    readonly Process process;
    WorkerSubject? subject;

    public WorkerProcess(WorkerProgram program)
    {
        var start = new ProcessStartInfo(program.Path)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in program.Arguments) start.ArgumentList.Add(argument);
        start.ArgumentList.Add(RehearsalWorker.Role);
        foreach (var (name, value) in SingleThread.Environment) start.Environment[name] = value;
        process = Process.Start(start)!;
    }

    /// <summary>Gives the worker something to do and returns its answer; progress is told meanwhile.</summary>
    public async Task<WorkerAnswer> RunAsync(WorkerSubject about, WorkerRequest request, Action<double> progress)
    {
        if (!ReferenceEquals(about, subject)) await WriteAsync(new WorkerRequest(about));
        subject = about;
        await WriteAsync(request);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var answer = JsonSerializer.Deserialize<WorkerAnswer>(line)!;
            if (answer.Progress is { } share) progress(share);
            else return answer;
        }

        throw new InvalidOperationException("A worker of the rehearsal ended.");
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    async Task WriteAsync(WorkerRequest request)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request));
        await process.StandardInput.FlushAsync();
    }
}
