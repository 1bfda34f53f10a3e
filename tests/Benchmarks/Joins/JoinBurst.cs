using System.Diagnostics;
using System.Globalization;
using Benchmarks.Figures;
using Benchmarks.Load;
using TestSupport.LocalApp;

namespace Benchmarks.Joins;

/// <summary>
/// Scans per second while the joins of a burst are handled, compared with the rate before, and the time until every
/// join is counted.
/// </summary>
static class JoinBurst
{
    const double Target = 0.5;
    const int Joins = 400;
    const int Parallelism = 32;
    const int Found = 302;
    const string Campaign = "spring";
    const string Group = "tea";

    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Round = TimeSpan.FromSeconds(4);
    static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("join-burst-");
        await using var app = await AppProcess.StartAsync(Path.Combine(folder.FullName, "local.db"));
        using var client = new OperatorClient(app.Address);
        await client.CreateGroupAsync(Group, "SuperUser");
        var code = await client.CreateCampaignAsync(Campaign, Group);
        using var scans = new LoadClient(new Uri(app.Address, $"/s/{code}"), Parallelism, Found);
        await scans.RunAsync(WarmUp);
        await SendAsync(client, "warm-up", 50);
        await scans.RunAsync(WarmUp);
        var before = await scans.RunAsync(Round);

        var began = Stopwatch.GetTimestamp();
        await SendAsync(client, "burst", Joins);
        List<double> during = [];
        while (await CountAsync(client) < Joins + 50 && Stopwatch.GetElapsedTime(began) < Limit)
            during.Add(await scans.RunAsync(Slice));
        var handledAfter = Stopwatch.GetElapsedTime(began);
        if (during.Count == 0) during.Add(await scans.RunAsync(Slice));
        var ratio = during.Average() / before;
        folder.Delete(recursive: true);
        return
        [
            new Figure(
                $"Scans during a burst of {Joins} joins to the rate before",
                ratio.ToString("0.00", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $">= {Target}"),
                ratio >= Target,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{before:0} scans/s before, {new Sample(during)} during; all joins counted after "
                    + $"{handledAfter.TotalSeconds:0.0} s")),
        ];
    }

    static Task<bool[]> SendAsync(OperatorClient client, string run, int count) => Task.WhenAll(
        Enumerable.Range(0, count).Select(n => client.SendAsync(new Join(
            string.Create(CultureInfo.InvariantCulture, $"msg_{run}_{n}"),
            Group,
            string.Create(CultureInfo.InvariantCulture, $"{run}-{n}"),
            "小林",
            DateTimeOffset.UtcNow))));

    static async Task<int> CountAsync(OperatorClient client) =>
        (await client.GetAsync($"/api/groups/{Group}")).GetProperty("memberCount").GetInt32();
}
