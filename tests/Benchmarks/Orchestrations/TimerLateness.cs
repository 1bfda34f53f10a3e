using System.Globalization;
using Benchmarks.Figures;
using LocalRuntime.Store;

namespace Benchmarks.Orchestrations;

/// <summary>How late timers fire in real time while 10,000 orchestrations wait for others.</summary>
static class TimerLateness
{
    const double Target = 50;
    const int Count = 200;

    static readonly TimeSpan Ahead = TimeSpan.FromSeconds(3);
    static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(40);
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        using var folder = new TemporaryFolder();
        await using var store = new EmbeddedStore(folder.Path("local.db"));
        await OldInstances.WriteAsync(store, finished: 0);
        var workload = new Workload();
        await using var engine = Workload.Engine(store, workload);
        await Workload.StartTimerAsync(engine.Client, DateTime.UtcNow); // compiles what the others will run
        await UntilFiredAsync(workload, 1);

        var first = DateTime.UtcNow + Ahead;
        await Task.WhenAll(Enumerable.Range(0, Count).Select(n => Workload.StartTimerAsync(engine.Client, first + (n * Apart))));
        await UntilFiredAsync(workload, Count + 1);
        var late = workload.Lateness.Skip(1).Order().ToList();
        return
        [
            new Figure(
                $"Milliseconds a timer is late, worst of {Count}, {OldInstances.Waiting} waiting",
                late[^1].ToString("0.0", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"0 to {Target}"),
                late[0] >= 0 && late[^1] <= Target,
                string.Create(CultureInfo.InvariantCulture, $"median {late[Count / 2]:0.0} ms, earliest {late[0]:0.0} ms; one every {Apart.TotalMilliseconds} ms")),
        ];
    }

    static async Task UntilFiredAsync(Workload workload, int count)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (workload.Lateness.Count < count) await pause.WaitForNextTickAsync(limit.Token);
    }
}
