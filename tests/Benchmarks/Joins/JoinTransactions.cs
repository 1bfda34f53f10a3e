using System.Diagnostics;
using System.Globalization;
using Benchmarks.Figures;
using LocalRuntime.Store;
using TestSupport;
using TestSupport.LocalApp;

namespace Benchmarks.Joins;

/// <summary>
/// Storage transactions of a join with its welcome, from the webhook to the final state of the delivery; for
/// information.
/// </summary>
static class JoinTransactions
{
    const int Groups = 10;
    const int JoinsPerGroup = 10;
    const int Joins = Groups * JoinsPerGroup;

    static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    static readonly TimeSpan ReadInterval = TimeSpan.FromMilliseconds(200);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var emulator = new AzuriteFixture();
        await using var app = await InProcessApp.StartAsync(await emulator.ConnectionStringAsync());
        using var client = new OperatorClient(app.Address);
        for (var group = 0; group < Groups; group++) await client.CreateGroupAsync($"crowd-{group}");

        var (before, started) = (StorageTransactions.Http, Stopwatch.GetTimestamp());
        for (var join = 0; join < Joins; join++)
            await client.SendAsync(
                new Join($"msg_{join}", $"crowd-{join % Groups}", $"u{join}", "小林", DateTimeOffset.UtcNow));
        var completed = await WelcomedAsync(client, started);
        var (requests, took) = (StorageTransactions.Http - before, Stopwatch.GetElapsedTime(started));
        return
        [
            Figure.ForInformation(
                "Storage transactions a join on Azurite",
                ((double)requests / Joins).ToString("0.0", CultureInfo.InvariantCulture),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{requests} requests for {Joins} joins with {completed} welcomes in {took.TotalSeconds:0.0} s, "
                    + $"idle polls included")),
        ];
    }

    // Orchestrations are not kept in the storage service, so reading them adds no counted requests.
    static async Task<int> WelcomedAsync(OperatorClient client, long started)
    {
        using var reads = new PeriodicTimer(ReadInterval);
        while (true)
        {
            var completed = (await client.InstancesAsync()).Count(instance =>
                instance.GetProperty("runtimeStatus").GetString() == "Completed");
            if (completed == Joins || Stopwatch.GetElapsedTime(started) > Limit)
                return completed;
            await reads.WaitForNextTickAsync();
        }
    }
}
