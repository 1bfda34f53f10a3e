using System.Globalization;
using Azure.Storage.Queues;
using Benchmarks.Figures;
using Benchmarks.Load;
using FunctionsApp.Acquisition.Scans;
using LocalRuntime.Store;
using TestSupport;
using TestSupport.LocalApp;

namespace Benchmarks.Scans;

/// <summary>
/// Storage transactions of a scan: every request of the app from the first scan until the queue is empty, idle polls of
/// all queues included. The app runs in this process, where its requests are counted.
/// </summary>
static class ScanTransactions
{
    const double Target = 0.1;
    const int Parallelism = 64;
    const int Found = 302;
    const string Campaign = "spring";

    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    static readonly TimeSpan Round = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var emulator = new AzuriteFixture();
        var connection = await emulator.ConnectionStringAsync();
        await using var app = await InProcessApp.StartAsync(connection);
        using var client = new OperatorClient(app.Address);
        await client.CreateGroupAsync("tea");
        var code = await client.CreateCampaignAsync(Campaign, "tea");
        using var scans = new LoadClient(new Uri(app.Address, $"/s/{code}"), Parallelism, Found);
        await scans.RunAsync(WarmUp);
        await StoredScans.CountAsync(client, Campaign, scans.Answers);

        var (answersBefore, requestsBefore) = (scans.Answers, StorageTransactions.Http);
        var rate = await scans.RunAsync(Round);
        await UntilEmptyAsync(
            new QueueServiceClient(connection, new QueueClientOptions()).GetQueueClient(ScanBatch.QueueName));
        var (counted, requests) = (scans.Answers - answersBefore, StorageTransactions.Http - requestsBefore);
        var stored = await StoredScans.CountAsync(client, Campaign, scans.Answers);
        return [Report(rate, counted, requests, scans.Answers, stored)];
    }

    // These reads of the queue are counted too, so the figure is slightly too high.
    static async Task UntilEmptyAsync(QueueClient queue)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while ((await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount > 0)
            await pause.WaitForNextTickAsync();
    }

    static Figure Report(double rate, long scans, long requests, long acknowledged, long stored)
    {
        var each = (double)requests / scans;
        return new Figure(
            $"Storage transactions a scan on Azurite, {Parallelism} at once",
            each.ToString("0.000", CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"<= {Target}"),
            each <= Target && stored == acknowledged,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{requests} requests for {scans} scans at {rate:0}/s, consumer and polls included; {acknowledged} "
                + $"acknowledged, {stored} stored"));
    }
}
