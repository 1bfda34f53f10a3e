using System.Globalization;
using Benchmarks.Figures;
using Benchmarks.Load;
using TestSupport.LocalApp;

namespace Benchmarks.Scans;

/// <summary>Durable scans per second compared with a redirect that stores nothing, measured in turns.</summary>
static class ScanRate
{
    const double Target = 0.5;
    const int Parallelism = 64;
    const int Rounds = 5;
    const int Found = 302;
    const string Campaign = "spring";

    // The compiler optimises hot paths for some seconds of a busy core.
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);
    static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("scan-rate-");
        await using var app = await AppProcess.StartAsync(Path.Combine(folder.FullName, "local.db"));
        await using var bare = await BareServerProcess.StartAsync();
        using var client = new OperatorClient(app.Address);
        await client.CreateGroupAsync("tea");
        var code = await client.CreateCampaignAsync(Campaign, "tea");
        using var scans = new LoadClient(new Uri(app.Address, $"/s/{code}"), Parallelism, Found);
        using var redirects = new LoadClient(new Uri(bare.Address, $"/s/{code}"), Parallelism, Found);
        await redirects.RunAsync(WarmUp);
        await scans.RunAsync(WarmUp);

        var (answered, redirected) = (scans.Answers, redirects.Answers);
        var (appTime, bareTime) = (app.ProcessorTime, bare.ProcessorTime);
        List<(double Bare, double Scans)> rates = [];
        for (var i = 0; i < Rounds; i++) rates.Add((await redirects.RunAsync(Round), await scans.RunAsync(Round)));
        var costs = (
            (app.ProcessorTime - appTime) / (scans.Answers - answered),
            (bare.ProcessorTime - bareTime) / (redirects.Answers - redirected));
        var stored = await StoredScans.CountAsync(client, Campaign, scans.Answers);
        folder.Delete(recursive: true);
        return [Report(rates, scans.Answers, stored), Report(costs)];
    }

    // What is left of the ratio when the processor alone limits both; the rest is the wait for the disk.
    static Figure Report((TimeSpan Scan, TimeSpan Bare) costs) => Figure.ForInformation(
        "Processor time of a bare redirect to that of a durable scan",
        (costs.Bare / costs.Scan).ToString("0.00", CultureInfo.InvariantCulture),
        string.Create(
            CultureInfo.InvariantCulture,
            $"{costs.Scan.TotalMicroseconds:0.0} us a scan with its queue message and its consumer, "
            + $"{costs.Bare.TotalMicroseconds:0.0} us a redirect"));

    static Figure Report(List<(double Bare, double Scans)> rates, long acknowledged, long stored)
    {
        var (scans, bare) = (
            new Sample([.. rates.Select(rate => rate.Scans)]),
            new Sample([.. rates.Select(rate => rate.Bare)]));
        var ratio = new Sample([.. rates.Select(rate => rate.Scans / rate.Bare)]);
        return new Figure(
            $"Durable scans to a bare redirect, {Parallelism} at once",
            ratio.Median.ToString("0.00", CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $">= {Target}"),
            ratio.Median >= Target && stored == acknowledged,
            $"ratio {ratio}; scans/s {scans}, bare/s {bare}; {Rounds} rounds in turns; {acknowledged} acknowledged, "
            + $"{stored} stored");
    }
}
