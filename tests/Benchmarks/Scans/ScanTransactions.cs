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
/// What a scan costs at a storage service: every request that the app sends from the first scan until the last one is counted and the
/// queue is empty, idle polls of all queues included. The app runs in this process, where its requests are counted.
/// </summary>
static class ScanTransactions
{
    const double Target = 0.1;
    const int AtOnce = 64;
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
        using var scans = new LoadClient(new Uri(app.Address, $"/s/{code}"), AtOnce, Found);
        await scans.RunAsync(WarmUp);
        await StoredScans.CountAsync(client, Campaign, scans.Answers);

        var (answersBefore, requestsBefore) = (scans.Answers, StorageTransactions.Http);
        var rate = await scans.RunAsync(Round);
        await UntilEmptyAsync(new QueueServiceClient(connection, new QueueClientOptions()).GetQueueClient(ScanBatch.QueueName));
        var (counted, requests) = (scans.Answers - answersBefore, StorageTransactions.Http - requestsBefore);
        var stored = await StoredScans.CountAsync(client, Campaign, scans.Answers);
        return [Report(rate, counted, requests, scans.Answers, stored)];
    }

    // The looks at the queue are counted with the rest; the figure is that much too high rather than too low.
    static async Task UntilEmptyAsync(QueueClient queue)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while ((await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount > 0) await pause.WaitForNextTickAsync();
    }

    static Figure Report(double rate, long scans, long requests, long acknowledged, long stored)
    {
        var each = (double)requests / scans;
        return new Figure(
            $"Storage transactions a scan on Azurite, {AtOnce} at once",
            each.ToString("0.000", CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"<= {Target}"),
            each <= Target && stored == acknowledged,
            string.Create(CultureInfo.InvariantCulture, $"{requests} requests for {scans} scans at {rate:0}/s, consumer and polls included; {acknowledged} acknowledged, {stored} stored"));
    }
}
