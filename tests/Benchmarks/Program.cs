using System.Text.Json;
using Benchmarks.Code;
using Benchmarks.Conversions;
using Benchmarks.Crashes;
using Benchmarks.DueWork;
using Benchmarks.Figures;
using Benchmarks.HostCosts;
using Benchmarks.Invitations;
using Benchmarks.Joins;
using Benchmarks.Machine;
using Benchmarks.Orchestrations;
using Benchmarks.Orders;
using Benchmarks.Scans;
using Benchmarks.Soak;
using Benchmarks.Tables;

if (args is [BareServer.Role])
{
    await BareServer.RunAsync();
    return 0;
}

var benchmarks = new Dictionary<string, Func<Task<IReadOnlyList<Figure>>>>(StringComparer.Ordinal)
{
    ["machine"] = MachineLimits.MeasureAsync,
    ["code"] = CodeFigures.MeasureAsync,
    ["scans"] = ScanRate.MeasureAsync,
    ["transactions"] = ScanTransactions.MeasureAsync,
    ["joins"] = JoinTransactions.MeasureAsync,
    ["burst"] = JoinBurst.MeasureAsync,
    ["due-work"] = EmptySteps.MeasureAsync,
    ["host-costs"] = HostRequests.MeasureAsync,
    ["conversions"] = ConversionRush.MeasureAsync,
    ["week"] = CampaignWeek.MeasureAsync,
    ["credits"] = CreditCost.MeasureAsync,
    ["standings"] = StandingPage.MeasureAsync,
    ["writers"] = ManyWriters.MeasureAsync,
    ["crashes"] = CrashProof.MeasureAsync,
    ["webhooks"] = WebhookRate.MeasureAsync,
    ["trade"] = TradeProof.MeasureAsync,
    ["imports"] = ImportRate.MeasureAsync,
    ["orchestrations"] = OrchestrationRate.MeasureAsync,
    ["history"] = LongHistory.MeasureAsync,
    ["memory"] = FinishedMemory.MeasureAsync,
    ["timers"] = TimerLateness.MeasureAsync,
    ["idle"] = FullStore.MeasureAsync,
    ["tables"] = TableRates.MeasureAsync,
    ["soak"] = SoakRun.MeasureAsync,
};
var json = args.IndexOf("--json") is var at and >= 0 ? args[at + 1] : null;
var names = args.TakeWhile(arg => arg != "--json").ToList();
if (names.Find(name => !benchmarks.ContainsKey(name)) is { } unknown)
{
    await Console.Error.WriteLineAsync(
        $"There is no benchmark '{unknown}'; there are {string.Join(", ", benchmarks.Keys)}.");
    return 2;
}

List<Figure> figures = [];
foreach (var (name, measureAsync) in benchmarks)
{
    // The soak takes ten minutes and runs only by name.
    if (names.Contains(name) || (names.Count == 0 && name != "soak")) figures.AddRange(await measureAsync());
}

await Console.Out.WriteLineAsync(FigureTable.From(figures));
if (json is not null) await File.WriteAllTextAsync(json, JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
return figures.TrueForAll(figure => figure.Met != false) ? 0 : 1;
