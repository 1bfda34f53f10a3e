using System.Diagnostics;
using System.Globalization;
using System.Net;
using Benchmarks.Figures;
using TestSupport.LocalApp;

namespace Benchmarks.Soak;

/// <summary>
/// Ten minutes of ordinary load, on request: memory stays flat, no work piles up, and scans stay fast.
/// </summary>
static class SoakRun
{
    const int RunningSequences = 200;
    const int Groups = 10;
    const double MaxGrowth = 0.10;
    const double MaxScanMilliseconds = 50;

    // A repeated event has the same instant.
    static readonly DateTimeOffset JoinedAt = DateTimeOffset.UtcNow;
    static readonly TimeSpan Length = TimeSpan.FromMinutes(10);
    static readonly TimeSpan WarmUp = TimeSpan.FromMinutes(2);
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);
    static readonly TimeSpan Overdue = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("soak-");
        await using var app = await AppProcess.StartAsync(Path.Combine(folder.FullName, "local.db"));
        using var client = new OperatorClient(app.Address);
        await client.CreateGroupAsync("newcomers", "NewBuyer");
        for (var group = 0; group < Groups; group++) await client.CreateGroupAsync($"evening-{group}");
        var code = await client.CreateCampaignAsync("soak", "evening-0");
        for (var member = 0; member < RunningSequences; member++) await client.SendAsync(Joined("newcomers", member));

        using var scanner = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = app.Address,
        };
        List<double> scans = [];
        var sync = new Lock();
        using var end = new CancellationTokenSource(Length);
        var load = Task.WhenAll(
            SteadyPace.DoAsync(
                50,
                async _ =>
                {
                    var started = Stopwatch.GetTimestamp();
                    using var answer = await scanner.GetAsync(
                        new Uri($"/s/{code}", UriKind.Relative),
                        CancellationToken.None);
                    if (answer.StatusCode is not HttpStatusCode.Found)
                        throw new InvalidOperationException($"A scan was answered {(int)answer.StatusCode}.");
                    lock (sync)
                        scans.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                },
                end.Token),
            SteadyPace.DoAsync(5, number => client.SendAsync(Joined($"evening-{number % Groups}", number)), end.Token),
            SteadyPace.DoAsync(2, number => client.SendAsync(Joined("newcomers", number % RunningSequences)), end.Token)
        ); // webhooks that come again
        await Task.Delay(WarmUp, CancellationToken.None);
        var warm = app.Memory;
        await load;
        var (late, grown) = (scans.Order().ElementAt(scans.Count * 99 / 100), ((double)app.Memory / warm) - 1);
        await Task.Delay(Rest, CancellationToken.None);
        var left = await LeftAsync(client);
        folder.Delete(recursive: true);
        return
        [
            Judge(
                "Soak: memory after warm-up",
                grown.ToString("+0.0 %;-0.0 %", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"<= {MaxGrowth:0 %}"),
                grown <= MaxGrowth,
                $"{warm >> 20} MiB after {WarmUp}, over {Length} in all"),
            Judge(
                "Soak: 99th percentile of scans",
                late.ToString("0.0 ms", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"< {MaxScanMilliseconds} ms"),
                late < MaxScanMilliseconds,
                $"{scans.Count} scans, 50/s, beside 5 joins/s, 2 repeated webhooks/s and {RunningSequences} running "
                + "sequences"),
            Judge(
                "Soak: what is overdue at the end",
                left.ToString(CultureInfo.InvariantCulture),
                "0",
                left == 0,
                $"queues, timers and sequences, {Rest} after the load"),
        ];
    }

    static Figure Judge(string name, string value, string target, bool met, string detail) =>
        new(name, value, target, met, detail);

    static Join Joined(string group, int member) => new($"msg_{group}_{member}", group, $"u{member}", "小林", JoinedAt);

    static async Task<int> LeftAsync(OperatorClient client)
    {
        var due = await client.GetAsync("/local/due");
        var horizon = due.GetProperty("now").GetDateTimeOffset() - Overdue;
        return due.GetProperty("due")
            .EnumerateArray()
            .Count(item => item.GetProperty("at").GetDateTimeOffset() < horizon);
    }
}
