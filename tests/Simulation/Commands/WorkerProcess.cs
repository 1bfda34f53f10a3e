using System.Text.Json;

namespace Simulation.Commands;

/// <summary>A child process of this program in the role of a worker.</summary>
sealed class WorkerProcess : IDisposable
{
    readonly SingleThreadProcess process =
        new("dotnet", Path.Combine(AppContext.BaseDirectory, "Simulation.dll"), Worker.Role);

    /// <summary>How many items it was given.</summary>
    public int Played { get; private set; }

    public async Task<WorkResult> RunAsync(WorkItem work)
    {
        Played++;
        await process.WriteLineAsync(JsonSerializer.Serialize(work));
        return await process.ReadLineAsync() is { } line
            ? JsonSerializer.Deserialize<WorkResult>(line)! with { Planted = work.Planted }
            : throw new InvalidOperationException($"The worker ended while it played seed {work.Seed}.");
    }

    public void Dispose() => process.Dispose();
}
