using System.Diagnostics;
using System.Text.Json;

namespace Simulation.Commands;

/// <summary>A child process of this program in the role of a worker.</summary>
sealed class WorkerProcess : IDisposable
{
    readonly Process process;

    public WorkerProcess()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Simulation.dll"), Worker.Role },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in SingleThread.Environment) start.Environment[name] = value;
        process = Process.Start(start)!;
    }

    /// <summary>How many items it was given.</summary>
    public int Played { get; private set; }

    public async Task<WorkResult> RunAsync(WorkItem work)
    {
        Played++;
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(work));
        await process.StandardInput.FlushAsync();
        return await process.StandardOutput.ReadLineAsync() is { } line
            ? JsonSerializer.Deserialize<WorkResult>(line)! with { Planted = work.Planted }
            : throw new InvalidOperationException($"The worker ended while it played seed {work.Seed}.");
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
