using Benchmarks.Care;
using Benchmarks.Code;
using Benchmarks.Conversions;
using Benchmarks.Crashes;
using Benchmarks.DueWork;
using Benchmarks.Figures;
using Benchmarks.HostCosts;
using Benchmarks.Invitations;
using Benchmarks.Joins;
using Benchmarks.Lateness;
using Benchmarks.Machine;
using Benchmarks.Orchestrations;
using Benchmarks.Orders;
using Benchmarks.Plans;
using Benchmarks.Pushes;
using Benchmarks.Rehearsals;
using Benchmarks.Scans;
using Benchmarks.Soak;
using Benchmarks.Tables;

if (args is [BareServer.Role])
{
    await BareServer.RunAsync();
    return 0;
}

IReadOnlyList<Benchmark> benchmarks =
[
    new("machine", "limits of this machine without the app", MachineLimits.MeasureAsync),
    new("code", "folder cycles, long lines, comments, sizes", CodeFigures.MeasureAsync),
    new("scans", "durable scans compared with a bare redirect", ScanRate.MeasureAsync),
    new("transactions", "storage transactions of a scan", ScanTransactions.MeasureAsync),
    new("joins", "storage transactions of a join with its welcome", JoinTransactions.MeasureAsync),
    new("burst", "scans during a burst of joins", JoinBurst.MeasureAsync),
    new("due-work", "minutes without due work", EmptySteps.MeasureAsync),
    new("host-costs", "storage requests of joins and conversions on the host", HostRequests.MeasureAsync),
    new("conversions", "a thousand conversions with links in the same minute", ConversionRush.MeasureAsync),
    new("pushes", "content pushes: their cost, 3,000 in one minute, minutes without any", PushFigures.MeasureAsync),
    new("week", "a campaign from its creation to its report", CampaignWeek.MeasureAsync),
    new("age", "the cost of the first and the hundredth day of a brand", BrandAge.MeasureAsync),
    new("credits", "storage round trips of a credited join", CreditCost.MeasureAsync),
    new("standings", "a page of standings with few and many participants", StandingPage.MeasureAsync),
    new("writers", "writers that credit one inviter", ManyWriters.MeasureAsync),
    new("crashes", "joins while processes are killed", CrashProof.MeasureAsync),
    new("webhooks", "accepted shop webhooks a second", WebhookRate.MeasureAsync),
    new("trade", "shop webhooks while processes are killed", TradeProof.MeasureAsync),
    new("imports", "an imported file of 20,000 lines", ImportRate.MeasureAsync),
    new("plans", "an import of 2,000 groups as a document, its repeat and their export", PlanTransfer.MeasureAsync),
    new("orchestrations", "orchestrations a second", OrchestrationRate.MeasureAsync),
    new("history", "the cost of a long history", LongHistory.MeasureAsync),
    new("memory", "the memory that finished instances leave", FinishedMemory.MeasureAsync),
    new("timers", "the lateness of durable timers", TimerLateness.MeasureAsync),
    new("lateness", "the lateness of each step with --host-latency", HostLateness.MeasureAsync),
    new("idle", "start and rest on a store with many instances", FullStore.MeasureAsync),
    new("tables", "point reads and single writes of tables", TableRates.MeasureAsync),
    new("care", "the nightly assessment of 10,000 groups, and a mob of 500 complaints", CareFigures.MeasureAsync),
    new("rehearsals", "rehearsals of a campaign week with 2,000 and 60,000 people", RehearsalFigures.MeasureAsync)
    {
        OnlyByName = true,
    },
    new("soak", "ten minutes of ordinary load", SoakRun.MeasureAsync) { OnlyByName = true },
];
return await new BenchmarkRun(benchmarks, Console.Out, Console.Error).RunAsync(args);
