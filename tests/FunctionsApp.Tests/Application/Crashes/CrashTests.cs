using TestSupport.Crashes;
using TestSupport.Trade;

namespace FunctionsApp.Tests.Application.Crashes;

/// <summary>
/// The local executable runs as a separate process and is ended by <c>kill -9</c>. The benchmarks run the same plan
/// with ten times as many joins.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(20261201)]
    public async Task Joins_are_counted_and_welcomed_once_despite_kills_at_random_instants(int seed)
    {
        var folder = Directory.CreateTempSubdirectory("crashes-");
        var plan = new CrashPlan(Joins: 100, Groups: 10, Kills: 4, seed);

        var report = await CrashRun.RunAsync(
            plan, Path.Combine(folder.FullName, "local.db"), aftermath => aftermath.IsComplete, Patience);

        output.WriteLine($"{report}");
        Assert.True(report.IsSound, $"{report}");
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(20261111)]
    public async Task Acknowledged_shop_events_are_counted_once_despite_kills_at_random_instants(int seed)
    {
        var folder = Directory.CreateTempSubdirectory("trade-crashes-");

        var report = await TradeCrashRun.RunAsync(
            events: 300,
            kills: 4,
            seed,
            TimeSpan.FromMilliseconds(700),
            Path.Combine(folder.FullName, "local.db"),
            Patience);

        output.WriteLine($"{report}");
        Assert.True(report.IsSound, $"{report}");
        folder.Delete(recursive: true);
    }
}
