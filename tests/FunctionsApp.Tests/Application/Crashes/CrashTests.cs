using TestSupport.Crashes;
using TestSupport.Trade;

namespace FunctionsApp.Tests.Application.Crashes;

/// <summary>The whole local executable as a process of its own, ended by <c>kill -9</c>. The benchmarks run the same with ten times as many joins.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(20261201)]
    public async Task Joins_survive_kills_at_random_instants_counted_welcomed_and_onboarded_once(int seed)
    {
        var folder = Directory.CreateTempSubdirectory("crashes-");
        var plan = new CrashPlan(Joins: 100, Groups: 10, Kills: 4, seed);
        var report = await CrashRun.RunAsync(plan, Path.Combine(folder.FullName, "local.db"), aftermath => aftermath.IsComplete, Patience);
        output.WriteLine($"{report}");
        Assert.True(report.IsSound, $"{report}");
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(20261111)]
    public async Task A_shops_day_survives_kills_at_random_instants_every_acknowledged_event_counted_once(int seed)
    {
        var folder = Directory.CreateTempSubdirectory("trade-crashes-");
        var report = await TradeCrashRun.RunAsync(events: 300, kills: 4, seed, TimeSpan.FromMilliseconds(700), Path.Combine(folder.FullName, "local.db"), Patience);
        output.WriteLine($"{report}");
        Assert.True(report.IsSound, $"{report}");
        folder.Delete(recursive: true);
    }
}
