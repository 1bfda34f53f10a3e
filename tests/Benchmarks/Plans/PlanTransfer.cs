using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Benchmarks.Figures;
using TestSupport.HostCosts;
using TestSupport.LocalApp;

namespace Benchmarks.Plans;

/// <summary>The cost of an import of many groups, of its repeat and of an export; for information.</summary>
static class PlanTransfer
{
    const int Groups = 2_000;

    static readonly DateTimeOffset Clock = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8));

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var requests = new StorageRequestCounter();
        await using var app = await InProcessApp.StartAsync(Clock, builder => requests.AddTo(builder.Services));
        using var client = new OperatorClient(app.Address);
        var document = PlanDocument.OfGroups(1, Groups);
        return
        [
            await MeasureAsync("An import of groups", requests, () => ImportAsync(client, document)),
            await MeasureAsync("Its repeat", requests, () => ImportAsync(client, document)),
            await MeasureAsync("Their export", requests, () => client.GetAsync("/api/export")),
        ];
    }

    static async Task<Figure> MeasureAsync(string name, StorageRequestCounter requests, Func<Task<JsonElement>> call)
    {
        var (before, started) = (requests.Counts.Values.Sum(), Stopwatch.GetTimestamp());
        var answer = await call();
        var (count, took) = (requests.Counts.Values.Sum() - before, Stopwatch.GetElapsedTime(started));
        return Figure.ForInformation(
            name,
            string.Create(CultureInfo.InvariantCulture, $"{count / Groups:0.0} requests a group"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Groups} groups in {took.TotalSeconds:0.0} s, {answer.GetRawText().Length / 1024} KiB of answer"));
    }

    static Task<JsonElement> ImportAsync(OperatorClient client, JsonObject document) =>
        client.PostAsync("/api/import?dryRun=false", document);
}
