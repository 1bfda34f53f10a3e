using System.Diagnostics;
using System.Globalization;
using Benchmarks.Figures;
using LocalRuntime.Store;
using TestSupport.LocalApp;

namespace Benchmarks.Orchestrations;

/// <summary>
/// The app in a process of its own on a store with many instances: start time and processor time at rest.
/// </summary>
static class FullStore
{
    const int Finished = 100_000;
    const double StartTarget = 2;
    const double IdleTarget = 0.02;

    // The runtime compiles hot paths for some seconds after the start.
    static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(20);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Path("local.db");
        await using (var store = new EmbeddedStore(path)) await OldInstances.WriteAsync(store, Finished);

        var emptyStarted = Stopwatch.GetTimestamp();
        await using (await AppProcess.StartAsync(folder.Path("empty.db")))
        {
            // only the start is measured
        }

        var empty = Stopwatch.GetElapsedTime(emptyStarted);
        var started = Stopwatch.GetTimestamp();
        await using var app = await AppProcess.StartAsync(path);
        var start = Stopwatch.GetElapsedTime(started);
        await Task.Delay(Settling);
        var busy = app.ProcessorTime;
        await Task.Delay(Rest);
        var idle = (app.ProcessorTime - busy) / Rest;
        return
        [
            new Figure(
                $"Seconds to start on {Finished} finished and {OldInstances.Waiting} waiting",
                start.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"< {StartTarget}"),
                start.TotalSeconds < StartTarget,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"from the start of the process until it listens; {empty.TotalSeconds:0.00} s on an empty store")),
            new Figure(
                $"Share of a core at rest, {OldInstances.Waiting} waiting",
                idle.ToString("0.0%", CultureInfo.InvariantCulture),
                IdleTarget.ToString("'<' 0%", CultureInfo.InvariantCulture),
                idle < IdleTarget,
                $"the whole app over {Rest.TotalSeconds} s, {Settling.TotalSeconds} s after its start"),
        ];
    }
}
