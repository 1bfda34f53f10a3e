using System.Text.Json;
using Benchmarks.Crashes;
using Benchmarks.Figures;
using Benchmarks.Invitations;
using Benchmarks.Joins;
using Benchmarks.Orchestrations;
using Benchmarks.Scans;
using Benchmarks.Tables;

if (args is [BareServer.Role])
{
    await BareServer.RunAsync();
    return 0;
}

var benchmarks = new Dictionary<string, Func<Task<IReadOnlyList<Figure>>>>(StringComparer.Ordinal)
{
    ["scans"] = ScanRate.MeasureAsync,
    ["transactions"] = ScanTransactions.MeasureAsync,
    ["joins"] = JoinTransactions.MeasureAsync,
    ["week"] = CampaignWeek.MeasureAsync,
    ["credits"] = CreditCost.MeasureAsync,
    ["standings"] = StandingPage.MeasureAsync,
    ["writers"] = ManyWriters.MeasureAsync,
    ["crashes"] = CrashProof.MeasureAsync,
    ["orchestrations"] = OrchestrationRate.MeasureAsync,
    ["history"] = LongHistory.MeasureAsync,
    ["memory"] = FinishedMemory.MeasureAsync,
    ["timers"] = TimerLateness.MeasureAsync,
    ["idle"] = FullStore.MeasureAsync,
    ["tables"] = TableRates.MeasureAsync,
};
var json = args.IndexOf("--json") is var at and >= 0 ? args[at + 1] : null;
var names = args.TakeWhile(arg => arg != "--json").ToList();
if (names.Find(name => !benchmarks.ContainsKey(name)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no benchmark '{unknown}'; there are {string.Join(", ", benchmarks.Keys)}.");
    return 2;
}

List<Figure> figures = [];
foreach (var (name, measureAsync) in benchmarks)
{
    if (names.Count == 0 || names.Contains(name)) figures.AddRange(await measureAsync());
}

await Console.Out.WriteLineAsync(FigureTable.Of(figures));
if (json is not null) await File.WriteAllTextAsync(json, JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
return figures.TrueForAll(figure => figure.Met != false) ? 0 : 1;
