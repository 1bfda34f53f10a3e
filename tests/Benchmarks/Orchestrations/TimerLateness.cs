using System.Globalization;
using Benchmarks.Figures;
using LocalRuntime.Store;

namespace Benchmarks.Orchestrations;

/// <summary>
/// The lateness of timers in real time while 10,000 orchestrations wait, compared with bare timers of the same instants
/// on the same machine.
/// </summary>
static class TimerLateness
{
    const double Target = 50;
    const int Count = 200;

    static readonly TimeSpan Ahead = TimeSpan.FromSeconds(3);
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(40);
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        using var folder = new TemporaryFolder();
        var (memory, _) = await FireAsync($":memory:{Guid.NewGuid()}");
        var (late, bare) = await FireAsync(folder.Path("local.db"));
        return
        [
            new Figure(
                $"Milliseconds a timer is late, worst of {Count}, {OldInstances.Waiting} waiting",
                late[^1].ToString("0.0", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"0 to {Target}"),
                late[0] >= 0 && late[^1] <= Target,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"median {late[Count / 2]:0.0} ms, 99 of 100 within {late[Count * 99 / 100]:0.0} ms, earliest "
                    + $"{late[0]:0.0} ms, "
                        + $"one every {Interval.TotalMilliseconds} ms; worst without a disk to wait for: "
                        + $"{memory[^1]:0.0} ms; worst bare timer of the same instants: {bare[^1]:0.0} ms")),
        ];
    }

    static async Task<(List<double> Late, List<double> Bare)> FireAsync(string path)
    {
        await using var store = new EmbeddedStore(path);
        await OldInstances.WriteAsync(store, finished: 0);
        var workload = new Workload();
        await using var engine = Workload.Engine(store, workload);
        await Workload.StartTimerAsync(engine.Client, DateTime.UtcNow); // compiles the code of the other timers
        await UntilFiredAsync(workload, 1);

        var first = DateTime.UtcNow + Ahead;
        var bare = Task.WhenAll(Enumerable.Range(0, Count).Select(n => BareLatenessAsync(first + (n * Interval))));
        await Task.WhenAll(
            Enumerable.Range(0, Count).Select(n => Workload.StartTimerAsync(engine.Client, first + (n * Interval))));
        await UntilFiredAsync(workload, Count + 1);
        return ([.. workload.Lateness.Skip(1).Order()], [.. (await bare).Order()]);
    }

    static async Task<double> BareLatenessAsync(DateTime fireAt)
    {
        await Task.Delay(fireAt - DateTime.UtcNow);
        return (DateTime.UtcNow - fireAt).TotalMilliseconds;
    }

    static async Task UntilFiredAsync(Workload workload, int count)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (workload.Lateness.Count < count) await pause.WaitForNextTickAsync(limit.Token);
    }
}
